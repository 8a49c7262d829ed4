package org.yunga.core.indicator;

import java.util.Objects;
import java.util.Optional;
import org.yunga.core.text.Bilingual;

/**
 * One thing that is counted.
 *
 * @param id snake case, stable
 * @param theme id of the theme it is listed under
 * @param kind stock, flow or ratio
 * @param space how values of parts make the value of a whole region
 * @param time how values of years make the value of several years
 * @param ratio numerator and denominator, for a ratio that can be aggregated
 * @param unit id of the unit
 * @param direction which way is good
 * @param absence what a region without a figure means
 * @param display how a map shows it: counts are not spread over areas
 * @param palette name of the ColorBrewer palette
 * @param lead first words of the map's title: "Superficie de"
 * @param shortName the rest of them: "coca"
 * @param name full name
 * @param definition what is counted, when, by whom, and what to beware of
 * @param source where the definition was read
 */
public record Indicator(
    String id,
    String theme,
    Kind kind,
    SpaceRule space,
    TimeRule time,
    Optional<Ratio> ratio,
    String unit,
    Direction direction,
    Absence absence,
    Display display,
    String palette,
    Bilingual lead,
    Bilingual shortName,
    Bilingual name,
    Bilingual definition,
    String source) {

  /** Checks that the rules fit the kind. */
  public Indicator {
    Objects.requireNonNull(ratio, "ratio");
    if (kind == Kind.STOCK && time == TimeRule.SUM) {
      throw new IllegalArgumentException(
          "Indicator " + id + " is a stock: its years cannot be added");
    }
    if (kind == Kind.RATIO && (space == SpaceRule.SUM || time == TimeRule.SUM)) {
      throw new IllegalArgumentException("Indicator " + id + " is a ratio: it cannot be added");
    }
  }

  /** A stock is counted at a date, a flow over a period, a ratio is of one to another. */
  public enum Kind {
    STOCK,
    FLOW,
    RATIO
  }

  /** How parts make a whole in space. */
  public enum SpaceRule {
    SUM,
    MEAN,
    RATIO,
    NONE
  }

  /** How years make several years. */
  public enum TimeRule {
    SUM,
    LATEST,
    MEAN,
    NONE
  }

  /** Which way is good. */
  public enum Direction {
    UP,
    DOWN,
    NONE
  }

  /** What it means that a series has no figure for a region. */
  public enum Absence {
    /** A survey looked elsewhere: nothing is known of the region, and nothing was expected. */
    NOT_MONITORED,
    /** A report that should cover the region does not. */
    MISSING
  }

  /** Fill regions with colour, or draw symbols sized by value. */
  public enum Display {
    FILL,
    SYMBOL
  }

  /**
   * A ratio of two indicators.
   *
   * @param numerator indicator id
   * @param denominator indicator id
   */
  public record Ratio(String numerator, String denominator) {}
}
