package org.yunga.geodata.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yunga.geodata.table.Row;

/**
 * Which columns of a list say of which regions a zone is made.
 *
 * @param zoneCode column of the zone's code; empty when the name stands for it
 * @param zoneName column of its name; empty when the code stands for it
 * @param member column of the member's code
 * @param memberName column of the member's name, where there is one
 * @param memberSet the set of the members
 * @param validity columns of dates
 */
record MembershipLayout(
    Optional<String> zoneCode,
    Optional<String> zoneName,
    String member,
    Optional<String> memberName,
    UbigeoSet memberSet,
    ValidityColumns validity) {

  private static final Set<String> CODES =
      Set.of(
          "zonecode",
          "codzona",
          "codigozona",
          "zonacodigo",
          "codzei",
          "codigozei",
          "code",
          "codigo",
          "cod");
  private static final Set<String> NAMES =
      Set.of(
          "zonename",
          "nombrezona",
          "zonanombre",
          "nombrezei",
          "zona",
          "zone",
          "zei",
          "name",
          "nombre");
  private static final Set<String> MEMBERS =
      Set.of(
          "ubigeo",
          "ubigeoinei",
          "ubigeodistrito",
          "distritoubigeo",
          "iddist",
          "coddistrito",
          "membercode");
  private static final Set<String> MEMBER_NAMES =
      Set.of("distrito", "nombdist", "nombredistrito", "district", "membername");

  /**
   * What the columns are; empty when there is none of codes of members.
   *
   * @throws org.yunga.core.text.ExplainedException when neither code nor name of the zone is there,
   *     or the options name a column that is not
   */
  static Optional<MembershipLayout> recognise(BoundaryTable table, BoundaryOptions options) {
    List<String> columns = table.columns();
    options.columns().values().forEach(field -> BoundaryLayout.requireColumn(table, field));
    Optional<String> member =
        options.column(BoundaryRoles.MEMBER).or(() -> ColumnNames.find(columns, MEMBERS));
    if (member.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> code =
        options.column(BoundaryRoles.CODE).or(() -> ColumnNames.find(columns, CODES));
    List<String> others = columns.stream().filter(c -> !code.equals(Optional.of(c))).toList();
    Optional<String> name =
        options.column(BoundaryRoles.NAME).or(() -> ColumnNames.find(others, NAMES));
    if (code.isEmpty() && name.isEmpty()) {
      throw LoadExceptions.fieldsUnknown(table.file(), columns);
    }
    return Optional.of(
        new MembershipLayout(
            code,
            name,
            member.get(),
            options
                .column(BoundaryRoles.MEMBER_NAME)
                .or(() -> ColumnNames.find(others, MEMBER_NAMES)),
            memberSet(table, member.get()),
            ValidityColumns.in(table, options)));
  }

  /** By the longest code, which may have lost a zero. */
  private static UbigeoSet memberSet(BoundaryTable table, String column) {
    int longest = 0;
    for (Row row : table.rows()) {
      String code = table.text(row, column).orElse("");
      longest = code.matches("\\d{1,6}") ? Math.max(longest, code.length()) : longest;
    }
    return UbigeoSet.byDigits(longest + longest % 2).orElse(UbigeoSet.DISTRICTS);
  }

  /** Column by role, as a mapping names them. */
  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    zoneCode.ifPresent(column -> columns.put(BoundaryRoles.CODE, column));
    zoneName.ifPresent(column -> columns.put(BoundaryRoles.NAME, column));
    columns.put(BoundaryRoles.MEMBER, member);
    memberName.ifPresent(column -> columns.put(BoundaryRoles.MEMBER_NAME, column));
    validity.addTo(columns);
    return columns;
  }
}
