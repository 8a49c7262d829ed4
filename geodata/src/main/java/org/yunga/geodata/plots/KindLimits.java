package org.yunga.geodata.plots;

import java.util.Map;

/**
 * Sizes that plots of a kind have. The limits are wide on purpose: fields of coca in Peru have some
 * 0.3 to 1 ha (UNODC's surveys), so that 100 ha are a zone and no field.
 *
 * @param least hectares below which a plot is told as unusual
 * @param usual hectares above which it is
 * @param most hectares above which it is refused
 */
record KindLimits(double least, double usual, double most) {

  private static final double TEN_SQUARE_METRES = 0.001;

  private static final KindLimits ANY =
      new KindLimits(TEN_SQUARE_METRES, Double.MAX_VALUE, Double.MAX_VALUE);

  private static final Map<String, KindLimits> KNOWN =
      Map.of(
          "coca_field", new KindLimits(TEN_SQUARE_METRES, 20, 100),
          "eradicated_field", new KindLimits(TEN_SQUARE_METRES, 20, 100),
          "titled_parcel", new KindLimits(TEN_SQUARE_METRES, 500, 20_000),
          "reforested_lot", new KindLimits(TEN_SQUARE_METRES, 500, 5_000));

  static KindLimits of(String plotKind) {
    return KNOWN.getOrDefault(plotKind, ANY);
  }
}
