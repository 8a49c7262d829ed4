package org.yunga.geodata.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.core.region.Validity;
import org.yunga.geodata.table.Row;

/**
 * Columns that say when something holds by law. A date is {@code 2024-12-31} or {@code 31/12/2024};
 * a year stands for its first day.
 *
 * @param from column of the first day
 * @param to column of the first day on which it holds no more
 */
record ValidityColumns(Optional<String> from, Optional<String> to) {

  private static final Set<String> FROM =
      Set.of("validfrom", "vigentedesde", "vigenciadesde", "desde", "fechainicio");
  private static final Set<String> TO =
      Set.of("validto", "vigentehasta", "vigenciahasta", "hasta", "fechafin");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2200;

  static ValidityColumns in(BoundaryTable table, BoundaryOptions options) {
    List<String> columns = table.columns();
    return new ValidityColumns(
        options.column(BoundaryRoles.VALID_FROM).or(() -> ColumnNames.find(columns, FROM)),
        options.column(BoundaryRoles.VALID_TO).or(() -> ColumnNames.find(columns, TO)));
  }

  /** Empty when a date cannot be read, or the end is not after the beginning: then a problem. */
  Optional<Validity> of(
      BoundaryTable table, Row row, FeaturePlace place, Consumer<BoundaryProblem> problems) {
    Optional<String> first = from.flatMap(column -> table.text(row, column));
    Optional<String> end = to.flatMap(column -> table.text(row, column));
    Optional<LocalDate> firstDay = first.flatMap(ValidityColumns::day);
    Optional<LocalDate> endDay = end.flatMap(ValidityColumns::day);
    if (first.isPresent() != firstDay.isPresent()) {
      problems.accept(
          new RegionCodeProblem.ValidityBroken(place, from.orElseThrow(), first.orElseThrow()));
      return Optional.empty();
    }
    boolean ordered =
        firstDay.isEmpty() || endDay.isEmpty() || firstDay.get().isBefore(endDay.get());
    if (end.isPresent() != endDay.isPresent() || !ordered) {
      problems.accept(
          new RegionCodeProblem.ValidityBroken(place, to.orElseThrow(), end.orElseThrow()));
      return Optional.empty();
    }
    return Optional.of(new Validity(firstDay, endDay));
  }

  void addTo(Map<String, String> columns) {
    from.ifPresent(column -> columns.put(BoundaryRoles.VALID_FROM, column));
    to.ifPresent(column -> columns.put(BoundaryRoles.VALID_TO, column));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      Matcher dayFirst = DAY_FIRST.matcher(text);
      LocalDate day;
      if (text.matches("\\d{4}")) {
        day = LocalDate.of(Integer.parseInt(text), 1, 1);
      } else if (dayFirst.matches()) {
        day =
            LocalDate.of(
                Integer.parseInt(dayFirst.group(3)),
                Integer.parseInt(dayFirst.group(2)),
                Integer.parseInt(dayFirst.group(1)));
      } else {
        day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text.replace('/', '-'));
      }
      return Optional.of(day)
          .filter(some -> some.getYear() >= FIRST_YEAR && some.getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
