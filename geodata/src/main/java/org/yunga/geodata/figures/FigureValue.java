package org.yunga.geodata.figures;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yunga.geodata.format.sheet.NumberShape;
import org.yunga.geodata.format.sheet.NumberStyle;

/** The number in a cell of values. */
final class FigureValue {

  private static final Pattern CURRENCY = Pattern.compile("^(S/\\.?|US\\$|\\$)\\s*");
  private static final Pattern UNIT =
      Pattern.compile("(?i)\\s*(ha|has|ha\\.|hect[aá]reas|km|t|tm)$");
  private static final Set<String> NOTHING =
      Set.of(
          "-",
          "--",
          "—",
          "–",
          "n.d.",
          "nd",
          "n/d",
          "s.d.",
          "sd",
          "s/d",
          "s.i.",
          "s/i",
          "n.a.",
          "na",
          "n/a",
          "...",
          "…",
          "sin dato",
          "sin datos",
          "sin informacion",
          "sin información");

  private FigureValue() {}

  /** A text without the money sign before it or the unit after it. */
  static String bare(String text) {
    return UNIT.matcher(CURRENCY.matcher(text.strip()).replaceFirst("")).replaceFirst("");
  }

  /** Whether a text says that there is no value. */
  static boolean saysNothing(String text) {
    return NOTHING.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  static NumberShape shape(String text) {
    NumberShape shape = NumberShape.of(bare(text));
    return shape == NumberShape.CODE ? NumberShape.INTEGER : shape;
  }

  static double parse(String text, NumberStyle style) {
    return style.parse(bare(text));
  }
}
