package org.yunga.geodata.plots;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yunga.geodata.intake.Severity;

/**
 * Which plots go because of others. Of two on the same ground that of the release stays; in a file
 * the larger one, of two as large the western one, so that the order of rows decides nothing.
 */
final class CompanyCheck {

  private final PlotShelf shelf;
  private final int own;
  private final List<String> datasets;
  private final int[] ends;

  /**
   * @param shelf plots of the file first, then those of the release
   * @param own how many are of the file
   * @param datasets of the release, in the order of their plots
   * @param ends number of the plot after the last of each
   */
  CompanyCheck(PlotShelf shelf, int own, List<String> datasets, int... ends) {
    this.shelf = shelf;
    this.own = own;
    this.datasets = datasets;
    this.ends = ends.clone();
  }

  /**
   * Two plots, and which of them stays when only one can.
   *
   * @param stays number on the shelf
   * @param goes number on the shelf, of the file
   */
  private record Ranked(
      Neighbours.Pair pair, int stays, double staysArea, int goes, double goesArea) {}

  /** Tells all, and refuses those that cannot stay. */
  void check(Consumer<PlotProblem> ofRow, Consumer<PlotFileProblem> ofFile) {
    Neighbours neighbours = new Neighbours(shelf, own);
    // by the one that goes: whether the other one stays is then decided already
    Comparator<Ranked> order =
        Comparator.comparing(
                (Ranked one) -> one, (x, y) -> rank(x.goes, x.goesArea, y.goes, y.goesArea))
            .thenComparing((x, y) -> rank(x.stays, x.staysArea, y.stays, y.staysArea));
    neighbours.find().stream().map(this::ranked).sorted(order).forEach(pair -> tell(pair, ofRow));
    if (neighbours.stopped()) {
      ofFile.accept(new PlotFileProblem.TooManyOverlaps(neighbours.pairs()));
    }
  }

  private Ranked ranked(Neighbours.Pair pair) {
    boolean laterGoes =
        pair.other() >= own
            || rank(pair.other(), pair.otherArea(), pair.later(), pair.laterArea()) < 0;
    return laterGoes
        ? new Ranked(pair, pair.other(), pair.otherArea(), pair.later(), pair.laterArea())
        : new Ranked(pair, pair.later(), pair.laterArea(), pair.other(), pair.otherArea());
  }

  /** Negative when the first goes before the second. */
  private int rank(int first, double firstArea, int second, double secondArea) {
    int order = Boolean.compare(first < own, second < own);
    order = order == 0 ? Long.compare(Math.round(secondArea), Math.round(firstArea)) : order;
    order = order == 0 ? Integer.compare(shelf.minX(first), shelf.minX(second)) : order;
    order = order == 0 ? Integer.compare(shelf.minY(first), shelf.minY(second)) : order;
    order = order == 0 ? Long.compare(shelf.shape(first), shelf.shape(second)) : order;
    order = order == 0 ? Double.compare(shelf.value(second), shelf.value(first)) : order;
    return order == 0 ? Integer.compare(first, second) : order;
  }

  private void tell(Ranked ranked, Consumer<PlotProblem> ofRow) {
    if (shelf.isRefused(ranked.stays) || shelf.isRefused(ranked.goes)) {
      return;
    }
    Neighbours.Pair pair = ranked.pair;
    PlotPlace at =
        PlotPlace.ofRow(
            shelf.row(ranked.goes), Optional.of(shelf.geometry(ranked.goes).getCoordinate()));
    CompanyProblem.Other other = other(ranked.stays);
    CompanyProblem problem =
        pair.isSame()
            ? new CompanyProblem.Duplicate(at, other)
            : new CompanyProblem.Overlap(at, other, pair.hectares(), pair.share());
    ofRow.accept(problem);
    if (problem.severity() == Severity.REFUSED) {
      shelf.refuse(ranked.goes);
    }
  }

  private CompanyProblem.Other other(int number) {
    if (number < own) {
      return new CompanyProblem.Other(shelf.row(number), Optional.empty());
    }
    int dataset = 0;
    while (number >= ends[dataset]) {
      dataset++;
    }
    return new CompanyProblem.Other(0, Optional.of(datasets.get(dataset)));
  }
}
