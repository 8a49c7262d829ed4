package org.yunga.geodata.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.Figure;

/**
 * What became of a table. Every filled cell of values is accounted for: it is a figure, a total, a
 * cell that says that there is none, or refused.
 *
 * @param file name of the file
 * @param mapping what the columns were taken for; empty when they were not recognised
 * @param figures made of it, those that the release has with the same value too
 * @param added how many of them the release does not have
 * @param changed how many it has with another value
 * @param unchanged how many it has with the same value
 * @param refused filled cells that were left out for a flaw
 * @param totals rows of totals that were checked and left out
 * @param problems all that was found: of the columns first, then in the order of the rows
 */
public record FigureReport(
    String file,
    Optional<FigureMapping> mapping,
    List<Figure> figures,
    int added,
    int changed,
    int unchanged,
    int refused,
    int totals,
    List<FigureProblem> problems) {

  /** Copies the lists. */
  public FigureReport {
    figures = List.copyOf(figures);
    problems = List.copyOf(problems);
  }

  /** The problems by their kind, kinds in the order of the list. */
  public Map<String, List<FigureProblem>> problemsByKind() {
    return problems.stream()
        .collect(
            Collectors.groupingBy(FigureProblem::code, LinkedHashMap::new, Collectors.toList()));
  }

  /** Ready to be published as this dataset; empty when there is no figure. */
  public Optional<Delivery> delivery(Dataset dataset) {
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    List<Figure> own = figures.stream().map(figure -> of(figure, dataset.id())).toList();
    return Optional.of(new Delivery(dataset, Catalogue.empty(), List.of(), own));
  }

  private static Figure of(Figure figure, String dataset) {
    return new Figure(
        figure.key(),
        figure.state(),
        figure.value(),
        figure.method(),
        figure.status(),
        figure.source(),
        figure.note(),
        dataset);
  }
}
