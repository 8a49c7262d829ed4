package org.yunga.geodata.figures;

import java.util.List;
import java.util.Locale;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;
import org.yunga.geodata.intake.IntakeOptions;

/** Hints for a table of figures out of the roles that all kinds of files share. */
final class HintsFromOptions {

  static final String CODE = "region_code";
  static final String NAME = "region_name";
  static final String PERIOD = "period";
  static final String VALUE = "value";
  static final String REGION_SET = "region_set";
  static final String INDICATOR = "indicator";
  static final String MEASURE = "measure";
  static final String UNIT = "unit";
  static final String SERIES = "series";

  private static final List<String> COLUMNS = List.of(CODE, NAME, VALUE);
  private static final List<String> CONSTANTS =
      List.of(REGION_SET, INDICATOR, MEASURE, UNIT, PERIOD, SERIES);

  private HintsFromOptions() {}

  /**
   * @throws UnknownNameException when the options name a role that figures do not have
   * @throws ExplainedException when a period or measure cannot be read
   */
  static MappingHints of(IntakeOptions options) {
    options.mapping().keySet().forEach(role -> check(role, COLUMNS));
    options.constants().keySet().forEach(role -> check(role, CONSTANTS));
    return new MappingHints(
        options.constant(REGION_SET),
        options.column(CODE),
        options.mapping().getOrDefault(NAME, List.of()),
        options.mapping().getOrDefault(VALUE, List.of()),
        options.constant(INDICATOR),
        options.constant(MEASURE).map(HintsFromOptions::measure),
        options.constant(UNIT),
        options.constant(PERIOD).map(HintsFromOptions::period),
        options.constant(SERIES),
        options.source());
  }

  private static void check(String role, List<String> allowed) {
    if (!allowed.contains(role)) {
      throw new UnknownNameException("role", role, allowed);
    }
  }

  private static Measure measure(String text) {
    try {
      return Measure.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ExplainedException(
          "measure_unknown",
          new Bilingual(
              "measure '" + text + "' no existe. Escriba actual, target (meta) o baseline.",
              "There is no measure '" + text + "'. Write actual, target or baseline."),
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
              "period '"
                  + text
                  + "' no es un período. Escriba un año 2024, un trimestre 2024-Q1, un mes 2024-03"
                  + " o años 2012/2014.",
              "period '"
                  + text
                  + "' is no period. Write a year 2024, a quarter 2024-Q1, a month 2024-03 or years"
                  + " 2012/2014."),
          e);
    }
  }
}
