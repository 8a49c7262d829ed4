package org.yunga.geodata.load;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yunga.geodata.table.Row;

/**
 * Which region set a file holds, and in which columns.
 *
 * @param regionSet id of the region set
 * @param codeField column with the code
 * @param nameField column with the name
 * @param validity columns of dates
 */
record BoundaryLayout(
    String regionSet, String codeField, String nameField, ValidityColumns validity) {

  /** Columns that declare an area in hectares, in the files that are about. */
  static final List<String> HECTARE_FIELDS =
      List.of("HECTARES", "ha", "AREA_HA", "area_ha", "AREA_MINAM");

  /**
   * Columns of the layouts that are about, finest set first, since a file of districts names
   * provinces and departments too; of the last one the codes tell the region set. Accents, case and
   * signs aside.
   */
  private enum Fields {
    DISTRICTS(UbigeoSet.DISTRICTS, Set.of("iddist"), Set.of("nombdist", "distrito")),
    PROVINCES(UbigeoSet.PROVINCES, Set.of("firstidpr", "idprov"), Set.of("nombprov", "provincia")),
    DEPARTMENTS(
        UbigeoSet.DEPARTMENTS,
        Set.of("firstiddp", "iddpto", "ccdd"),
        Set.of("nombdep", "departamen", "departamento")),
    PLAIN(
        null,
        Set.of("code", "codigo", "cod", "regioncode", "regcode", "ubigeo"),
        Set.of(
            "name", "nombre", "regionname", "regname", "nombdist", "nombprov", "nombdep", "nomb"));

    private final UbigeoSet set;
    private final Set<String> codes;
    private final Set<String> names;

    Fields(UbigeoSet set, Set<String> codes, Set<String> names) {
      this.set = set;
      this.codes = codes;
      this.names = names;
    }

    Optional<Found> in(List<String> columns) {
      Optional<String> code = ColumnNames.find(columns, codes);
      Optional<String> name = ColumnNames.find(columns, names);
      return code.flatMap(c -> name.map(n -> new Found(Optional.ofNullable(set), c, n)));
    }
  }

  private record Found(Optional<UbigeoSet> set, String code, String name) {}

  /** What the options say, and what the file itself says where they are silent. */
  static BoundaryLayout recognise(BoundaryTable table, BoundaryOptions options) {
    List<String> columns = table.columns();
    options.columns().values().forEach(field -> requireColumn(table, field));
    Optional<Found> found =
        Arrays.stream(Fields.values()).flatMap(fields -> fields.in(columns).stream()).findFirst();
    String code = field(table, options.column(BoundaryRoles.CODE), found.map(Found::code));
    String name = field(table, options.column(BoundaryRoles.NAME), found.map(Found::name));
    Optional<String> recognised =
        found.filter(f -> f.code.equals(code)).flatMap(Found::set).map(UbigeoSet::id);
    String regionSet =
        options
            .regionSet()
            .or(() -> recognised)
            .or(() -> byDigits(table, code))
            .orElseThrow(() -> LoadExceptions.regionSetUnclear(table.file()));
    return new BoundaryLayout(regionSet, code, name, ValidityColumns.in(table, options));
  }

  /** Refuses a column that the file has not. */
  static void requireColumn(BoundaryTable table, String field) {
    if (!table.columns().contains(field)) {
      throw LoadExceptions.fieldMissing(table.file(), field, table.columns());
    }
  }

  private static String field(
      BoundaryTable table, Optional<String> asked, Optional<String> recognised) {
    return asked
        .or(() -> recognised)
        .orElseThrow(() -> LoadExceptions.fieldsUnknown(table.file(), table.columns()));
  }

  /** The set whose codes are as long as the longest here; shorter ones may have lost a zero. */
  private static Optional<String> byDigits(BoundaryTable table, String codeField) {
    int longest = 0;
    for (Row row : table.rows()) {
      String code = table.text(row, codeField).orElse("");
      if (!code.matches("\\d{0,6}")) {
        return Optional.empty();
      }
      longest = Math.max(longest, code.length());
    }
    return UbigeoSet.byDigits(longest).map(UbigeoSet::id);
  }

  /** Column by role, as a mapping names them. */
  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(BoundaryRoles.CODE, codeField);
    columns.put(BoundaryRoles.NAME, nameField);
    validity.addTo(columns);
    return columns;
  }
}
