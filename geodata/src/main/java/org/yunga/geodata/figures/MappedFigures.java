package org.yunga.geodata.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yunga.geodata.figures.FigureMapping.ValueColumn;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.MappedColumn.Origin;
import org.yunga.geodata.intake.RememberedMapping;

/**
 * The mapping of a table of figures in the words that all kinds of files share. What holds for some
 * columns of values only is not told.
 */
record MappedFigures(
    FigureTable table, FigureMapping mapping, IntakeOptions options, RememberedMapping remembered) {

  private static final int SAMPLES = 3;

  List<MappedColumn> columns() {
    List<MappedColumn> told = new ArrayList<>();
    Map<String, String> roles = roles();
    table.table().columns().stream()
        .filter(column -> roles.containsKey(column.name()))
        .forEach(
            column -> {
              String role = roles.get(column.name());
              told.add(
                  MappedColumn.of(role, column.name(), samples(column.name()), ofColumn(role)));
            });
    constants()
        .forEach((role, value) -> told.add(MappedColumn.constant(role, value, of(role, value))));
    return told;
  }

  private Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    mapping.code().ifPresent(column -> roles.put(column, HintsFromOptions.CODE));
    mapping.names().forEach(column -> roles.put(column, HintsFromOptions.NAME));
    mapping.period().ifPresent(column -> roles.put(column, HintsFromOptions.PERIOD));
    mapping.values().forEach(column -> roles.put(column.column(), HintsFromOptions.VALUE));
    return roles;
  }

  private Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    constants.put(HintsFromOptions.REGION_SET, mapping.regionSet());
    constants.put(HintsFromOptions.SERIES, mapping.series());
    ofAll(constants, HintsFromOptions.INDICATOR, value -> Stream.of(value.indicator()));
    ofAll(
        constants,
        HintsFromOptions.MEASURE,
        value -> Stream.of(value.measure().name().toLowerCase(Locale.ROOT)));
    ofAll(constants, HintsFromOptions.UNIT, value -> Stream.of(value.unit()));
    ofAll(
        constants,
        HintsFromOptions.PERIOD,
        value -> value.period().map(Objects::toString).stream());
    return constants;
  }

  private void ofAll(
      Map<String, String> constants, String role, Function<ValueColumn, Stream<String>> part) {
    List<String> found = mapping.values().stream().flatMap(part).distinct().toList();
    if (found.size() == 1) {
      constants.put(role, found.get(0));
    }
  }

  private Origin ofColumn(String role) {
    if (options.mapping().containsKey(role)) {
      return Origin.GIVEN;
    }
    return remembered.columns().containsKey(role) ? Origin.REMEMBERED : Origin.PROPOSED;
  }

  private Origin of(String role, String value) {
    if (options.constants().containsKey(role)) {
      return Origin.GIVEN;
    }
    return remembered.constant(role).filter(value::equals).isPresent()
        ? Origin.REMEMBERED
        : Origin.PROPOSED;
  }

  private List<String> samples(String column) {
    return table.rows().stream()
        .map(row -> table.cell(row, column))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .distinct()
        .limit(SAMPLES)
        .toList();
  }
}
