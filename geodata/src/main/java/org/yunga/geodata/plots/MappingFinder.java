package org.yunga.geodata.plots;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.text.UnknownNameException;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.MappedColumn.Origin;
import org.yunga.geodata.intake.RememberedMapping;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;

/** Finds out which column of a file of plots is what: as said, as remembered, or by its name. */
final class MappingFinder {

  private static final int SAMPLES = 3;
  private static final Set<ColumnType> NUMBERS =
      EnumSet.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.TEXT);
  private static final Pattern YEAR_IN_NAME =
      Pattern.compile("(?<!\\d)(19[5-9]\\d|20\\d\\d)(?!\\d)");

  /** Plain names of columns, whole, by role; the first that a file has is taken. */
  private static final Map<String, Pattern> NAMES =
      Map.of(
          PlotMapping.YEAR,
          Pattern.compile(
              "(anio|ano|year|yr|gestion|campana|periodo|anio_.*|ano_.*|year_.*|.*_anio|.*_ano|"
                  + "fecha|fec|date|fecha_.*|fec_.*|date_.*|.*_fecha|.*_date)"),
          PlotMapping.HECTARES,
          Pattern.compile(
              "(has?|hectareas?|hectares?|area|superficie|sup|(area|sup|superf|superficie)_?"
                  + "(has?|hectareas?|m2|km2|hectares?|acres?|fanegadas?|total|declarada)|areaha)"),
          PlotMapping.ID,
          Pattern.compile("(id|codigo|cod|fid|gid|objectid|id_.*|cod_.*|codigo_.*|.*_id)"),
          PlotMapping.REGION_CODE,
          Pattern.compile("(ubigeo|ubigeo_.*|cod_ubigeo|iddist|idprov|iddpto|ccdd|cod_dist)"),
          PlotMapping.REGION_NAME,
          Pattern.compile("(distrito|nombdist|nomdist|nom_dist|district|dist)"));

  private static final Map<String, String> VALUE_STEMS =
      Map.of("titled_parcel", "famil.*", "reforested_lot", "(planton|seedling|plantas).*");

  private final PlotKind kind;
  private final Table table;
  private final List<Row> sample;
  private final IntakeOptions options;
  private final RememberedMapping remembered;

  /**
   * @param sample the first rows
   * @param remembered what was said when such a file was published before
   */
  MappingFinder(
      PlotKind kind,
      Table table,
      List<Row> sample,
      IntakeOptions options,
      RememberedMapping remembered) {
    this.kind = kind;
    this.table = table;
    this.sample = sample;
    this.options = options;
    this.remembered = remembered;
  }

  /**
   * @throws UnknownNameException when the options name a role, column or unit that there is not
   */
  PlotMapping find(String fileName) {
    PlotMapping.ROLES.check(options);
    Map<String, MappedColumn> columns = new LinkedHashMap<>();
    for (String role : PlotMapping.COLUMN_ROLES) {
      column(role, columns).ifPresent(found -> columns.put(role, found));
    }
    List<MappedColumn> told = new ArrayList<>(columns.values());
    told.sort(Comparator.comparingInt(one -> table.indexOf(one.column().orElseThrow())));
    OptionalInt year = constantYear(columns, fileName, told);
    Optional<AreaUnit> unit = unit(columns.get(PlotMapping.HECTARES), told);
    return new PlotMapping(
        year.isPresent() ? Optional.empty() : name(columns, PlotMapping.YEAR),
        year,
        name(columns, PlotMapping.VALUE),
        name(columns, PlotMapping.HECTARES),
        unit,
        name(columns, PlotMapping.REGION_CODE),
        name(columns, PlotMapping.REGION_NAME),
        told);
  }

  private static void known(String what, String given, List<String> allowed) {
    if (!allowed.contains(given)) {
      throw new UnknownNameException(what, given, allowed);
    }
  }

  private static Optional<String> name(Map<String, MappedColumn> columns, String role) {
    return Optional.ofNullable(columns.get(role)).flatMap(MappedColumn::column);
  }

  private Optional<MappedColumn> column(String role, Map<String, MappedColumn> taken) {
    if (options.mapping().containsKey(role)) {
      return options
          .column(role)
          .filter(name -> !name.isBlank())
          .map(name -> mapped(role, existing(name), Origin.GIVEN));
    }
    if (role.equals(PlotMapping.YEAR) && options.constants().containsKey(role)) {
      return Optional.empty();
    }
    Optional<String> before = remembered.column(role).filter(column -> table.indexOf(column) >= 0);
    if (before.isPresent()) {
      return Optional.of(mapped(role, before.get(), Origin.REMEMBERED));
    }
    return table.columns().stream()
        .filter(column -> taken.values().stream().noneMatch(one -> isOf(one, column)))
        .filter(column -> fits(role, column))
        .findFirst()
        .map(column -> mapped(role, column.name(), Origin.PROPOSED));
  }

  private static boolean isOf(MappedColumn mapped, Column column) {
    return mapped.column().orElseThrow().equals(column.name());
  }

  private boolean fits(String role, Column column) {
    String plain = plain(column.name());
    if (role.equals(PlotMapping.VALUE)) {
      String stem = VALUE_STEMS.get(kind.id());
      return kind.value().isPresent()
          && stem != null
          && plain.matches(stem)
          && NUMBERS.contains(column.type());
    }
    if (role.equals(PlotMapping.HECTARES) && !NUMBERS.contains(column.type())) {
      return false;
    }
    return NAMES.get(role).matcher(plain).matches();
  }

  static String plain(String name) {
    return Normalizer.normalize(name.replaceAll("[ñÑ]", "ni"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("²", "2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }

  private String existing(String name) {
    known("column", name, table.columns().stream().map(Column::name).toList());
    return name;
  }

  private MappedColumn mapped(String role, String column, Origin origin) {
    int index = table.indexOf(column);
    List<String> samples =
        sample.stream()
            .map(row -> row.values().get(index))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .distinct()
            .limit(SAMPLES)
            .toList();
    return MappedColumn.of(role, column, samples, origin);
  }

  private OptionalInt constantYear(
      Map<String, MappedColumn> columns, String fileName, List<MappedColumn> told) {
    Optional<String> given = options.constant(PlotMapping.YEAR);
    if (given.isPresent()) {
      told.add(MappedColumn.constant(PlotMapping.YEAR, given.get(), Origin.GIVEN));
      return OptionalInt.of(year(given.get()));
    }
    if (columns.containsKey(PlotMapping.YEAR)) {
      return OptionalInt.empty();
    }
    Set<String> years = new java.util.TreeSet<>();
    Matcher matcher = YEAR_IN_NAME.matcher(fileName);
    while (matcher.find()) {
      years.add(matcher.group());
    }
    if (years.size() != 1) {
      return OptionalInt.empty();
    }
    String only = years.iterator().next();
    told.add(MappedColumn.constant(PlotMapping.YEAR, only, Origin.PROPOSED));
    return OptionalInt.of(Integer.parseInt(only));
  }

  private static int year(String text) {
    if (!text.matches("\\d{4}")) {
      throw new UnknownNameException("year", text, List.of("1950 ... "));
    }
    return Integer.parseInt(text);
  }

  /** As said, or as the head of the column says; empty when neither does. */
  private Optional<AreaUnit> unit(MappedColumn hectares, List<MappedColumn> told) {
    Optional<String> given = options.constant(PlotMapping.UNIT);
    if (given.isPresent()) {
      List<String> ids = List.of(AreaUnit.values()).stream().map(AreaUnit::id).toList();
      known("unit", given.get(), ids);
      told.add(MappedColumn.constant(PlotMapping.UNIT, given.get(), Origin.GIVEN));
      return AreaUnit.byId(given.get());
    }
    Optional<String> before =
        remembered.constant(PlotMapping.UNIT).filter(id -> AreaUnit.byId(id).isPresent());
    if (before.isPresent()) {
      told.add(MappedColumn.constant(PlotMapping.UNIT, before.get(), Origin.REMEMBERED));
      return AreaUnit.byId(before.get());
    }
    if (hectares == null) {
      return Optional.empty();
    }
    String plain = plain(hectares.column().orElseThrow());
    if (plain.endsWith("km2")) {
      return Optional.of(AreaUnit.KM2);
    }
    if (plain.endsWith("m2")) {
      return Optional.of(AreaUnit.M2);
    }
    boolean ha = plain.matches("(.*_)?(ha|has|hectareas?|hectares?)|areaha");
    return ha ? Optional.of(AreaUnit.HA) : Optional.empty();
  }
}
