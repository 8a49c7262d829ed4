package org.yunga.core.monitor;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;

/**
 * One region at one period in one series: a figure, or a reason why there is none.
 *
 * @param region the region
 * @param period the period
 * @param series series id
 * @param state one of the five
 * @param figure the reported figure; empty when the state follows from the series' coverage
 * @param classIndex class of the value in the answer's classification; empty without value, and for
 *     zero, which is a state of its own
 */
public record Cell(
    Region region,
    Period period,
    String series,
    ValueState state,
    Optional<Figure> figure,
    OptionalInt classIndex) {

  /** The number, where the state has one. */
  public OptionalDouble value() {
    return figure.map(Figure::value).orElse(OptionalDouble.empty());
  }
}
