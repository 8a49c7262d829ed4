package org.yunga.web.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * What a person says of a table of figures where it is not recognised; short for --mapping, --set.
 */
final class HintOptions {

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      description = {"Qué miden las columnas de valores", "What the columns of values count"})
  private String indicator;

  @Option(
      names = "--series",
      paramLabel = "ID",
      description = {"Quién midió", "Who measured"})
  private String series;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = {
        "Período de todos los valores: 2024, 2024-Q1, 2024-03, 2012/2014",
        "Period of all values"
      })
  private String period;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description = {
        "actual, target (meta) o baseline (línea de base)",
        "actual, target, baseline"
      })
  private String measure;

  @Option(
      names = "--unit",
      paramLabel = "ID",
      description = {"Unidad de los valores", "Unit of the values"})
  private String unit;

  @Option(
      names = "--region-set",
      paramLabel = "ID",
      description = {"Conjunto de las regiones", "Set of the regions"})
  private String regionSet;

  @Option(
      names = "--code-column",
      paramLabel = "NAME",
      description = {"Columna de códigos", "Column of codes"})
  private String code;

  @Option(
      names = "--name-column",
      paramLabel = "NAME",
      description = {
        "Columna de nombres; varias, de la región mayor a la menor",
        "Column of names; several from the largest region down"
      })
  private List<String> names = List.of();

  @Option(
      names = "--value-column",
      paramLabel = "NAME",
      description = {
        "Columna de valores; puede repetirse. Las demás no se cargan",
        "Column of values, may be repeated; no others are loaded"
      })
  private List<String> values = List.of();

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = {
        "Quién lo midió o dónde está: título, documento",
        "Who measured, or where it stands"
      })
  private String source;

  /** Columns by role, as all kinds of files have them. */
  Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    given(code).ifPresent(column -> columns.put("region_code", List.of(column)));
    if (!names.isEmpty()) {
      columns.put("region_name", names);
    }
    if (!values.isEmpty()) {
      columns.put("value", values);
    }
    return columns;
  }

  /** Values for all rows by role. */
  Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    given(indicator).ifPresent(text -> constants.put("indicator", text));
    given(series).ifPresent(text -> constants.put("series", text));
    given(period).ifPresent(text -> constants.put("period", text));
    given(measure).ifPresent(text -> constants.put("measure", text));
    given(unit).ifPresent(text -> constants.put("unit", text));
    given(regionSet).ifPresent(text -> constants.put("region_set", text));
    return constants;
  }

  Optional<String> source() {
    return given(source);
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
