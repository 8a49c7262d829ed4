package org.yunga.web.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;

/**
 * Figures of one series and period as a map and its list show them, on the page, in another's page
 * and on paper.
 *
 * @param cells every region of the set
 * @param ranked those that have a value, zero included, largest first
 * @param others how many have none, by the reason
 * @param colours of the classes, {@code #rrggbb}, lowest first; empty without classes
 */
public record ShownFigures(
    FiguresAnswer answer,
    MapWords words,
    List<Cell> cells,
    List<Cell> ranked,
    Map<ValueState, Integer> others,
    List<String> colours) {

  /** Asks for them. @param query with a series and a period */
  public static ShownFigures of(Monitor monitor, FiguresQuery query, String language) {
    FiguresAnswer answer = monitor.figures(query);
    List<Cell> cells = answer.allCells();
    List<Cell> ranked = new ArrayList<>();
    Map<ValueState, Integer> others = new EnumMap<>(ValueState.class);
    for (Cell cell : cells) {
      if (cell.state().hasValue()) {
        ranked.add(cell);
      } else {
        others.merge(cell.state(), 1, Integer::sum);
      }
    }
    ranked.sort(Comparator.comparingDouble((Cell cell) -> -cell.value().getAsDouble()));
    List<String> colours =
        answer
            .classification()
            .map(c -> Palettes.colours(answer.indicator().palette(), c.size()))
            .orElse(List.of());
    return new ShownFigures(answer, new MapWords(language), cells, ranked, others, colours);
  }

  /** The colour of its class; none for a cell without one, which a pattern shows by its state. */
  public Optional<String> colour(Cell cell) {
    return cell.classIndex().isPresent()
        ? Optional.of(colours.get(cell.classIndex().getAsInt()))
        : Optional.empty();
  }

  /** A value as it is read. @param cell that has one */
  public String value(Cell cell) {
    return words.value(answer.unit(), cell.value().getAsDouble());
  }

  /** The states other than a value of a class that occur, in the order of a legend. */
  public List<ValueState> states() {
    return cells.stream()
        .map(Cell::state)
        .filter(state -> state != ValueState.VALUE)
        .distinct()
        .sorted()
        .toList();
  }
}
