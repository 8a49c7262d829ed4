package org.yunga.core.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.aggregate.NearestPlots;
import org.yunga.core.aggregate.PlotMeasures;
import org.yunga.core.aggregate.PlotShapes;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.PointDistance;

/** Answers which plots are nearest. */
final class PlotsNearby {

  /** Of those equally far, by name: their order in the trees changes in the background. */
  private static final Comparator<NearPlot> ORDER =
      Comparator.comparingDouble(NearPlot::metres)
          .thenComparing(
              NearPlot::ref, Comparator.comparing(PlotRef::dataset).thenComparing(PlotRef::number));

  private final Snapshot snapshot;
  private final NearestQuery query;

  PlotsNearby(Snapshot snapshot, NearestQuery query) {
    this.snapshot = snapshot;
    this.query = query;
  }

  List<NearPlot> answer() {
    Optional<PlotIndex> plots = snapshot.plots();
    int slot = plots.map(index -> index.slots().indexOf(query.slot())).orElse(-1);
    if (slot < 0) {
      return List.of();
    }
    PointDistance from = new PointDistance(query.longitude(), query.latitude());
    return NearestPlots.of(plots.get().trees(), slot, from, query.most()).stream()
        .map(found -> near(plots.get(), found))
        .sorted(ORDER)
        .limit(query.most())
        .toList();
  }

  private NearPlot near(PlotIndex plots, NearestPlots.Found found) {
    Coordinate inside = PlotMeasures.inside(PlotShapes.of(found.tree(), found.place()));
    return new NearPlot(
        plots.ref(found.tree(), found.place()),
        found.metres(),
        EqualAreaFrame.longitude(inside.x),
        EqualAreaFrame.latitude(inside.y),
        PlotRows.of(
            snapshot.catalogue().plotKinds(),
            query.slot(),
            SlotTotals.ofOne(found.tree(), found.place()),
            0));
  }
}
