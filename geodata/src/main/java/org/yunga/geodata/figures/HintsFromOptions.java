package org.yunga.geodata.figures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeRoles;
import org.yunga.geodata.intake.RememberedMapping;

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

  static final IntakeRoles ROLES =
      new IntakeRoles(
          List.of(CODE, NAME, PERIOD, VALUE),
          List.of(INDICATOR, SERIES, PERIOD, UNIT, MEASURE, REGION_SET));

  private HintsFromOptions() {}

  /**
   * @param remembered columns that were said of a table with the same columns before
   * @throws org.yunga.core.text.UnknownNameException when the options name a role that figures do
   *     not have
   * @throws ExplainedException when a period or measure cannot be read
   */
  static MappingHints of(IntakeOptions options, RememberedMapping remembered) {
    ROLES.check(options);
    return new MappingHints(
        options.constant(REGION_SET),
        options.column(CODE).or(() -> remembered.column(CODE)),
        columns(NAME, options, remembered),
        columns(VALUE, options, remembered),
        options.column(PERIOD).or(() -> remembered.column(PERIOD)),
        options.constant(INDICATOR),
        options.constant(MEASURE).map(HintsFromOptions::measure),
        options.constant(UNIT),
        options.constant(PERIOD).map(HintsFromOptions::period),
        options.constant(SERIES),
        options.source());
  }

  private static List<String> columns(
      String role, IntakeOptions options, RememberedMapping remembered) {
    List<String> before = remembered.columns().getOrDefault(role, List.of());
    return options.mapping().getOrDefault(role, before);
  }

  /**
   * What was said of all rows of a table with the same columns before, as far as there still is
   * such a thing.
   */
  static MappingHints usual(RememberedMapping remembered, Catalogue catalogue) {
    return new MappingHints(
        remembered
            .constant(REGION_SET)
            .filter(id -> catalogue.regionSets().stream().anyMatch(one -> one.id().equals(id))),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        remembered
            .constant(INDICATOR)
            .filter(id -> catalogue.indicators().stream().anyMatch(one -> one.id().equals(id))),
        remembered.constant(MEASURE).map(HintsFromOptions::measure),
        remembered
            .constant(UNIT)
            .filter(id -> catalogue.units().stream().anyMatch(one -> one.id().equals(id))),
        Optional.empty(),
        remembered
            .constant(SERIES)
            .filter(id -> catalogue.series().stream().anyMatch(one -> one.id().equals(id))),
        Optional.empty());
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
