package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.CellGrid;
import org.yunga.core.aggregate.CellTotals;
import org.yunga.core.aggregate.PlotShapes;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.disclosure.PublicCell;
import org.yunga.core.disclosure.PublicPlots;
import org.yunga.core.disclosure.PublicTotal;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotIndexVisitor;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/** Answers what a map shows of plots. */
final class PlotMaps {

  /** Squares along the longer side of a rectangle, one more where it does not begin with one. */
  private static final int CELLS = 64;

  /** Least side of a square where plots are made up: smaller than a field says nothing. */
  private static final double LEAST_METRES = 16;

  /** Where web maps end, degrees of latitude. */
  private static final double END_OF_MAPS = 85.06;

  private final Snapshot snapshot;
  private final PlotMapQuery query;
  private final Envelope metres;
  private final boolean exact;

  /**
   * An answer.
   *
   * @param exact whether to tell all that is known, or what everybody may know
   */
  PlotMaps(Snapshot snapshot, PlotMapQuery query, boolean exact) {
    this.snapshot = snapshot;
    this.query = query;
    this.exact = exact;
    this.metres =
        new Envelope(
            EqualAreaFrame.x(query.west()),
            EqualAreaFrame.x(query.east()),
            EqualAreaFrame.y(query.south()),
            EqualAreaFrame.y(query.north()));
  }

  PlotMap answer() {
    Optional<PlotIndex> plots = snapshot.plots();
    int slot = plots.map(index -> index.slots().indexOf(query.slot())).orElse(-1);
    // near a pole a rectangle of degrees may have no height in metres
    if (slot < 0 || metres.getArea() == 0) {
      return isSingle() ? new PlotMap.Plots(List.of()) : new PlotMap.Cells(step(), List.of(), 0);
    }
    Optional<PlotMap.Plots> single = isSingle() ? single(plots.get(), slot) : Optional.empty();
    return single.isPresent()
        ? single.get()
        : exact ? cells(plots.get(), slot) : publicCells(plots.get(), slot);
  }

  private boolean isSingle() {
    return exact && query.single();
  }

  private PlotMap.Cells publicCells(PlotIndex plots, int slot) {
    double step = step();
    PublicPlots.Cells found = PublicPlots.of(snapshot, plots).cells(slot, step, metres);
    List<PlotMap.Cell> cells = new ArrayList<>();
    for (PublicCell cell : found.cells()) {
      PlotTotals.Row row =
          PlotRows.of(
              snapshot.catalogue().plotKinds(), query.slot(), PublicTotal.exact(cell.amount()));
      cells.add(
          cell(
              cell.column() * step,
              cell.row() * step,
              (cell.column() + 1) * step,
              (cell.row() + 1) * step,
              row));
    }
    return new PlotMap.Cells(step, cells, found.spread());
  }

  /** The plots, when they are not too many. */
  private Optional<PlotMap.Plots> single(PlotIndex plots, int slot) {
    QueryPolygon rectangle = QueryPolygon.of(new GeometryFactory().toGeometry(metres));
    if (plots.totals(rectangle).count(slot) > query.limit()) {
      return Optional.empty();
    }
    List<PlotMap.Plot> found = new ArrayList<>();
    plots.ask(
        rectangle,
        new PlotIndexVisitor() {
          @Override
          public void whole(AggregateTree tree, int from, int to) {
            for (int place = from; place < to; place++) {
              add(tree, place);
            }
          }

          @Override
          public void cut(AggregateTree tree, int place, long inside, boolean counts) {
            add(tree, place);
          }

          private void add(AggregateTree tree, int place) {
            if (tree.slot(place) == slot && found.size() <= query.limit()) {
              found.add(plot(plots, tree, place));
            }
          }
        });
    // those that the border cuts may have made them too many
    return found.size() > query.limit() ? Optional.empty() : Optional.of(new PlotMap.Plots(found));
  }

  private PlotMap.Plot plot(PlotIndex plots, AggregateTree tree, int place) {
    return new PlotMap.Plot(
        plots.ref(tree, place),
        EqualAreaFrame.unproject(PlotShapes.of(tree, place)),
        row(SlotTotals.ofOne(tree, place)));
  }

  private PlotTotals.Row row(SlotTotals totals) {
    PlotSlot slot = query.slot();
    return PlotRows.of(snapshot.catalogue().plotKinds(), slot, totals, 0);
  }

  private PlotMap.Cells cells(PlotIndex plots, int slot) {
    CellGrid grid =
        CellGrid.over(
            step(), metres.getMinX(), metres.getMinY(), metres.getMaxX(), metres.getMaxY());
    CellTotals totals = new CellTotals(grid, slot);
    plots.trees().forEach(totals::add);
    List<PlotMap.Cell> cells = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        SlotTotals of = totals.of(column, row);
        if (of != null) {
          cells.add(
              cell(
                  grid.west(column),
                  grid.south(row),
                  grid.west(column + 1),
                  grid.south(row + 1),
                  row(of)));
        }
      }
    }
    return new PlotMap.Cells(grid.step(), cells, 0);
  }

  private static PlotMap.Cell cell(
      double west, double south, double east, double north, PlotTotals.Row row) {
    return new PlotMap.Cell(
        EqualAreaFrame.longitude(west),
        latitude(south),
        EqualAreaFrame.longitude(east),
        latitude(north),
        row);
  }

  /** A square at a pole may reach beyond it. */
  private static double latitude(double y) {
    double pole = EqualAreaFrame.y(90);
    return EqualAreaFrame.latitude(Math.max(-pole, Math.min(pole, y)));
  }

  /**
   * The least power of two that leaves no more squares than a map needs. Taken from the rectangle
   * as web maps draw it (Mercator), whose size stays the same when the map is moved: in the
   * equal-area frame it is lower, so never more squares.
   */
  private double step() {
    double width = metres.getWidth();
    double height = EqualAreaFrame.x(mercator(query.north()) - mercator(query.south()));
    double least = exact ? LEAST_METRES : PublicPlots.LEAST_METRES;
    double step = least;
    while (step * CELLS < Math.max(width, height)) {
      step *= 2;
    }
    return step;
  }

  /** Mercator's height of a latitude, in degrees of longitude. */
  private static double mercator(double latitude) {
    double shown = Math.max(-END_OF_MAPS, Math.min(END_OF_MAPS, latitude));
    return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + Math.toRadians(shown) / 2)));
  }
}
