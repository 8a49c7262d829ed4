package org.yunga.geodata.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.intake.IntakeOptions;

/**
 * What somebody says that the cells of a raster count.
 *
 * @param indicator in hectares
 * @param series who measured
 * @param cells what the numbers in them mean
 * @param periods that each class stands for
 */
record RasterMeaning(
    String indicator, String series, CellMeaning cells, SortedMap<Integer, Period> periods) {

  /** What was not said; nothing when all was. */
  static List<String> missing(IntakeOptions options) {
    List<String> missing = new ArrayList<>();
    for (String role : List.of(RasterIntake.INDICATOR, RasterIntake.SERIES)) {
      if (options.constant(role).isEmpty()) {
        missing.add(role);
      }
    }
    boolean fractions = options.constant(RasterIntake.FRACTIONS).isPresent();
    boolean classes = options.constant(RasterIntake.CLASSES).isPresent();
    if (fractions == classes) {
      missing.add(RasterIntake.CLASSES);
    }
    if (fractions && options.constant(RasterIntake.PERIOD).isEmpty()) {
      missing.add(RasterIntake.PERIOD);
    }
    return missing;
  }

  /**
   * Reads what was said, where nothing is missing.
   *
   * @throws org.yunga.core.text.UnknownNameException when there is no such indicator or series
   * @throws ExplainedException when classes, periods or the whole cell cannot be read, or the
   *     indicator is not summed in hectares
   */
  static RasterMeaning of(IntakeOptions options, Catalogue catalogue) {
    Indicator indicator =
        catalogue.indicator(options.constant(RasterIntake.INDICATOR).orElseThrow());
    requireHectares(indicator);
    String series = catalogue.series(options.constant(RasterIntake.SERIES).orElseThrow()).id();
    Optional<String> whole = options.constant(RasterIntake.FRACTIONS);
    if (whole.isEmpty()) {
      String classes = options.constant(RasterIntake.CLASSES).orElseThrow();
      return new RasterMeaning(
          indicator.id(),
          series,
          new CellMeaning.Classes(),
          ClassPeriods.of(List.of(classes.split("[;,]"))));
    }
    String period = options.constant(RasterIntake.PERIOD).orElseThrow();
    return new RasterMeaning(
        indicator.id(),
        series,
        new CellMeaning.Fractions(whole(whole.get())),
        ClassPeriods.of(List.of(ZoneHectares.SHARE + "=" + period)));
  }

  private static double whole(String text) {
    double whole;
    try {
      whole = Double.parseDouble(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      whole = Double.NaN;
    }
    if (!(whole > 0)) {
      throw new ExplainedException(
          "raster_whole_wrong",
          new Bilingual(
              "fractions '"
                  + text
                  + "' no vale. Escriba el número que significa la celda entera, mayor que 0: 1,"
                  + " 100, 255.",
              "fractions '"
                  + text
                  + "' is not valid. Write the number that means the whole cell, more than 0: 1,"
                  + " 100, 255."));
    }
    return whole;
  }

  private static void requireHectares(Indicator indicator) {
    if (!indicator.unit().equals("ha") || indicator.space() != Indicator.SpaceRule.SUM) {
      throw new ExplainedException(
          "indicator_not_in_hectares",
          new Bilingual(
              "El indicador "
                  + indicator.id()
                  + " no se suma en hectáreas, y un ráster da hectáreas. Elija otro, por ejemplo"
                  + " forest_loss.",
              "The indicator "
                  + indicator.id()
                  + " is not summed in hectares, and a raster gives hectares. Choose another, for"
                  + " example forest_loss."));
    }
  }
}
