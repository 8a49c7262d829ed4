package org.yunga.core.figure;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.Bilingual;

/**
 * One reported value with its source.
 *
 * @param key what it is a figure of; unique within a release
 * @param state one of the five
 * @param value in the indicator's unit; there exactly when the state has a value
 * @param method how it was obtained
 * @param status how far it can be relied on
 * @param source where it stands
 * @param note caveats
 * @param dataset id of the dataset that brought it
 */
public record Figure(
    Key key,
    ValueState state,
    OptionalDouble value,
    Method method,
    Status status,
    Source source,
    Optional<Bilingual> note,
    String dataset) {

  /** Checks that state and value say the same. */
  public Figure {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(source, "source");
    boolean fits =
        switch (state) {
          case VALUE -> value.isPresent() && value.getAsDouble() != 0;
          case ZERO -> value.isPresent() && value.getAsDouble() == 0;
          case NOT_MONITORED, MISSING, WITHHELD -> value.isEmpty();
        };
    if (!fits || value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException(key + ": state " + state + " with value " + value);
    }
  }

  /**
   * What a figure is of.
   *
   * @param region the region
   * @param indicator indicator id
   * @param measure actual, target or baseline
   * @param period the span it holds for
   * @param series series id
   */
  public record Key(
      RegionRef region, String indicator, Measure measure, Period period, String series) {}

  public RegionRef region() {
    return key.region();
  }

  public String indicator() {
    return key.indicator();
  }

  public Period period() {
    return key.period();
  }

  public String series() {
    return key.series();
  }

  public Measure measure() {
    return key.measure();
  }
}
