package org.yunga.geodata.figures;

import java.util.List;
import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;

/**
 * What a person says of a table; it holds before what the table seems to say.
 *
 * @param regionSet id of the set of the regions
 * @param code column of codes
 * @param names columns of names, from the largest region to the one that is meant
 * @param values columns of values, no others are loaded; all that hold numbers when empty
 * @param periods column of periods
 * @param indicator id of what all columns of values count
 * @param measure of all columns of values
 * @param unit id of the unit of all columns of values
 * @param period of all values, whatever heads or a column of periods say
 * @param series id of who measured
 * @param source where the table stands
 */
public record MappingHints(
    Optional<String> regionSet,
    Optional<String> code,
    List<String> names,
    List<String> values,
    Optional<String> periods,
    Optional<String> indicator,
    Optional<Measure> measure,
    Optional<String> unit,
    Optional<Period> period,
    Optional<String> series,
    Optional<String> source) {

  /** Nothing is said. */
  public static final MappingHints NONE =
      new MappingHints(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the lists. */
  public MappingHints {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }
}
