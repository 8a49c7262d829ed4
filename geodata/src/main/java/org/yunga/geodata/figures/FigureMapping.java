package org.yunga.geodata.figures;

import java.util.List;
import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.period.Period;

/**
 * Which column of a table is what. Proposed by {@link MappingProposal}, or written by hand.
 *
 * @param regionSet set of the regions
 * @param code column of codes
 * @param names columns of names, from the largest region to the one that is meant: department,
 *     province, district
 * @param period column of periods; empty when each value column has its own
 * @param values columns of values
 * @param series who measured
 * @param source where the table stands
 */
public record FigureMapping(
    String regionSet,
    Optional<String> code,
    List<String> names,
    Optional<String> period,
    List<ValueColumn> values,
    String series,
    Source source) {

  /** Copies, and checks that regions can be told. */
  public FigureMapping {
    names = List.copyOf(names);
    values = List.copyOf(values);
    if (code.isEmpty() && names.isEmpty()) {
      throw new IllegalArgumentException("Neither codes nor names say which region a row is of");
    }
    for (ValueColumn value : values) {
      if (value.period.isEmpty() == period.isEmpty()) {
        throw new IllegalArgumentException(
            "The period of " + value.column + " must come from one place");
      }
    }
  }

  /**
   * A column of values.
   *
   * @param column its name
   * @param indicator what they are of
   * @param measure actual, target or baseline
   * @param method how they were obtained
   * @param unit id of the unit that the table names; the indicator's when it names none
   * @param period of all its values; empty when a column of the table says it
   */
  public record ValueColumn(
      String column,
      String indicator,
      Measure measure,
      Method method,
      String unit,
      Optional<Period> period) {}

  /** The same with another series. */
  public FigureMapping withSeries(String other) {
    return new FigureMapping(regionSet, code, names, period, values, other, source);
  }
}
