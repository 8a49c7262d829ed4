package org.yunga.web.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.figures.MappingHints;
import picocli.CommandLine.Option;

/** What a person says of a table of figures where it is not recognised. */
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
      description = {"Dónde están las cifras: título, documento", "Where the figures stand"})
  private String source;

  MappingHints hints() {
    return new MappingHints(
        given(regionSet),
        given(code),
        names,
        values,
        given(indicator),
        given(measure).map(HintOptions::measure),
        given(unit),
        given(period).map(HintOptions::period),
        given(series),
        given(source));
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }

  private static Measure measure(String text) {
    try {
      return Measure.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ExplainedException(
          "measure_unknown",
          new Bilingual(
              "--measure '" + text + "' no existe. Escriba actual, target (meta) o baseline.",
              "There is no --measure '" + text + "'. Write actual, target or baseline."),
          e);
    }
  }

  private static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ExplainedException(
          "period_unknown",
          new Bilingual(
              "--period '"
                  + text
                  + "' no es un período. Escriba un año 2024, un trimestre 2024-Q1, un mes 2024-03"
                  + " o años 2012/2014.",
              "--period '"
                  + text
                  + "' is no period. Write a year 2024, a quarter 2024-Q1, a month 2024-03 or years"
                  + " 2012/2014."),
          e);
    }
  }
}
