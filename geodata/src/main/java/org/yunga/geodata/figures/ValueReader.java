package org.yunga.geodata.figures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.yunga.geodata.figures.FigureMapping.ValueColumn;
import org.yunga.geodata.format.sheet.NumberShape;
import org.yunga.geodata.format.sheet.NumberStyle;
import org.yunga.geodata.table.Row;

/**
 * Reads the numbers of one column. Where marks could part thousands or decimals, the row of totals
 * decides, or that the unit has whole numbers only; else such a number is refused.
 */
final class ValueReader {

  private static final Set<String> COUNTED =
      Set.of("titles", "families", "organisations", "communities");

  private final FigureTable table;
  private final ValueColumn column;
  private final List<FigureProblem> problems;
  private final NumberStyle style;
  private final ValueProblem.MarkDecided.Reason reason;

  ValueReader(
      FigureTable table,
      ValueColumn column,
      List<Row> rows,
      Optional<Row> total,
      List<FigureProblem> problems) {
    this.table = table;
    this.column = column;
    this.problems = problems;
    NumberShape.Evidence evidence = new NumberShape.Evidence();
    for (Row row : rows) {
      if (table.cell(row, column.column()) instanceof String text) {
        evidence.add(FigureValue.shape(text));
      }
    }
    total
        .map(row -> table.cell(row, column.column()))
        .filter(String.class::isInstance)
        .ifPresent(cell -> evidence.add(FigureValue.shape((String) cell)));
    ValueProblem.MarkDecided.Reason decided = null;
    NumberStyle found = evidence.sure();
    if (evidence.isAmbiguous() && !evidence.contradictsItself()) {
      found = byTotal(rows, total);
      decided = found == null ? null : ValueProblem.MarkDecided.Reason.TOTAL;
      if (found == null && COUNTED.contains(column.unit())) {
        found = thousands(evidence);
        decided = found == null ? null : ValueProblem.MarkDecided.Reason.COUNT;
      }
    }
    this.style = found;
    this.reason = decided;
  }

  /** The style in which the marks part thousands; null when there are both marks. */
  private static NumberStyle thousands(NumberShape.Evidence evidence) {
    boolean commas = evidence.count(NumberShape.COMMA_OR_THOUSANDS) > 0;
    boolean points = evidence.count(NumberShape.POINT_OR_THOUSANDS) > 0;
    return commas == points ? null : commas ? NumberStyle.POINT : NumberStyle.COMMA;
  }

  /** The one style in which rows add up to their total; null when neither or both do. */
  private NumberStyle byTotal(List<Row> rows, Optional<Row> total) {
    if (total.isEmpty()) {
      return null;
    }
    boolean point = addsUp(rows, total.get(), NumberStyle.POINT);
    boolean comma = addsUp(rows, total.get(), NumberStyle.COMMA);
    return point == comma ? null : point ? NumberStyle.POINT : NumberStyle.COMMA;
  }

  private boolean addsUp(List<Row> rows, Row total, NumberStyle tried) {
    double sum = 0;
    for (Row row : rows) {
      sum += plain(row, tried).orElse(0);
    }
    OptionalDouble expected = plain(total, tried);
    return expected.isPresent() && Math.abs(sum - expected.getAsDouble()) < 1e-6 * Math.abs(sum);
  }

  private OptionalDouble plain(Row row, NumberStyle tried) {
    Object cell = table.cell(row, column.column());
    if (cell instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    return cell instanceof String text && FigureValue.shape(text) != NumberShape.TEXT
        ? OptionalDouble.of(FigureValue.parse(text, tried))
        : OptionalDouble.empty();
  }

  /** The number of a row; empty when there is none or it cannot be read, then a problem says so. */
  OptionalDouble read(Row row) {
    Object cell = table.cell(row, column.column());
    if (cell instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    if (!(cell instanceof String text)) {
      if (cell != null) {
        problems.add(new ValueProblem.NotANumber(place(row, cell.toString()), cell.toString()));
      }
      return OptionalDouble.empty();
    }
    if (FigureValue.saysNothing(text)) {
      problems.add(new ValueProblem.NoValue(place(row, text), text));
      return OptionalDouble.empty();
    }
    NumberShape shape = FigureValue.shape(text);
    if (shape == NumberShape.TEXT) {
      problems.add(new ValueProblem.NotANumber(place(row, text), text));
      return OptionalDouble.empty();
    }
    return shape == NumberShape.INTEGER
        ? OptionalDouble.of(FigureValue.parse(text, NumberStyle.POINT))
        : marked(row, text, shape);
  }

  private OptionalDouble marked(Row row, String text, NumberShape shape) {
    if (style == null) {
      problems.add(new ValueProblem.AmbiguousNumber(place(row, text), text));
      return OptionalDouble.empty();
    }
    double value = FigureValue.parse(text, style);
    boolean decided =
        shape == NumberShape.COMMA_OR_THOUSANDS || shape == NumberShape.POINT_OR_THOUSANDS;
    if (decided && reason != null) {
      String read = String.format(Locale.ROOT, "%s", value).replaceFirst("\\.0$", "");
      problems.add(new ValueProblem.MarkDecided(place(row, text), text, read, reason));
    }
    return OptionalDouble.of(value);
  }

  /** The number of a row of totals, which is not loaded and so not told. */
  OptionalDouble total(Row row) {
    return plain(row, style == null ? NumberStyle.POINT : style);
  }

  CellPlace place(Row row, String value) {
    return new CellPlace(
        table.file(),
        OptionalLong.of(row.number()),
        Optional.of(column.column()),
        value == null || value.isEmpty() ? Optional.empty() : Optional.of(value));
  }
}
