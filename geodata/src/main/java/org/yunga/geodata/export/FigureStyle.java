package org.yunga.geodata.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.LayerStyle;

/**
 * How QGIS draws figures as the map does: the same classes and colours, and the states without a
 * number as themselves. A rule for each, by its value as it is shown (the one rounding rule).
 */
final class FigureStyle {

  /**
   * One rule.
   *
   * @param label Spanish, then English
   * @param filter expression over the layer's columns
   * @param symbol how it is drawn
   */
  record Rule(String label, String filter, QgisSymbol symbol) {}

  private static final String ZERO = "#ffffff";
  private static final String MISSING = "#dedede";
  private static final String GROUND = "#efeee9";
  private static final String INK = "#7b847e";

  private final FiguresAnswer answer;
  private final Classification classes;
  private final List<String> colours;
  private final GeometryType place;
  private final String value;
  private final String state;

  FigureStyle(
      FiguresAnswer answer, List<String> colours, GeometryType place, String value, String state) {
    this.answer = answer;
    this.classes = answer.classification().orElseThrow();
    this.colours = colours;
    this.place = place;
    this.value = value;
    this.state = state;
  }

  LayerStyle layerStyle(String name) {
    return new LayerStyle(name, Optional.of(QgisStyle.of(rules())), Optional.empty());
  }

  /** Classes from low to high, then the other states. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      rules.add(new Rule(label(i), filter(i), coloured(colours.get(i))));
    }
    rules.add(state(ValueState.ZERO, "Cero / Zero", ZERO, "solid"));
    rules.add(state(ValueState.NOT_MONITORED, "No vigilado / Not monitored", INK, "dense6"));
    // in a print in grey a plain grey would be one of the classes
    rules.add(
        state(ValueState.MISSING, "Sin dato / Missing", isPoint() ? MISSING : INK, "horizontal"));
    rules.add(state(ValueState.WITHHELD, "Reservado / Withheld", INK, "b_diagonal"));
    return rules;
  }

  private Rule state(ValueState which, String label, String colour, String pattern) {
    return new Rule(
        label,
        "\"" + state + "\" = '" + FigureColumns.text(which) + "'",
        isPoint() ? QgisSymbol.marker(colour, INK) : QgisSymbol.fill(colour, INK, pattern));
  }

  /** Counts are not spread over areas: their regions stay neutral and carry a circle. */
  private QgisSymbol coloured(String colour) {
    if (isPoint()) {
      return QgisSymbol.marker(colour, INK);
    }
    return answer.indicator().display() == Indicator.Display.SYMBOL
        ? QgisSymbol.circle(colour, INK, GROUND, "\"" + value + "\"", largest())
        : QgisSymbol.fill(colour, INK, "solid");
  }

  private boolean isPoint() {
    return place == GeometryType.POINT;
  }

  private double largest() {
    return answer.cells().stream()
        .filter(cell -> cell.value().isPresent())
        .mapToDouble(cell -> cell.value().getAsDouble())
        .max()
        .orElse(1);
  }

  private String label(int i) {
    String unit = " " + answer.unit().symbol();
    String from = number(i);
    return i + 1 == classes.size() ? "≥ " + from + unit : from + " – < " + number(i + 1) + unit;
  }

  /** What lies below the first bound belongs to the first class. */
  private String filter(int i) {
    String shown =
        "CASE WHEN abs(\"%1$s\") >= 100 THEN round(\"%1$s\", 0) ELSE round(\"%1$s\", 1) END"
            .formatted(value);
    String filter = "\"" + state + "\" = 'value'";
    if (i > 0) {
      filter += " AND " + shown + " >= " + number(i);
    }
    return i + 1 == classes.size() ? filter : filter + " AND " + shown + " < " + number(i + 1);
  }

  private String number(int i) {
    return BigDecimal.valueOf(classes.lowerBounds().get(i)).stripTrailingZeros().toPlainString();
  }
}
