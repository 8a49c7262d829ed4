package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.PlotShapes;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotIndexVisitor;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.CheckedUnion;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.GeodesicBuffer;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.work.Patience;

/**
 * Makes the ground within a distance of plots: a buffer round each, all united. One by one, because
 * plots may lie over each other, and buffers that overlap a thousand times are united fastest
 * neighbour by neighbour.
 */
final class PlotSurroundings {

  private final Snapshot snapshot;
  private final AroundPlotsQuery query;

  private final Patience patience;

  PlotSurroundings(Snapshot snapshot, AroundPlotsQuery query, Patience patience) {
    this.snapshot = snapshot;
    this.query = query;
    this.patience = patience;
  }

  AroundPlots answer() {
    Optional<PlotIndex> plots = snapshot.plots();
    int slot = plots.map(index -> index.slots().indexOf(query.slot())).orElse(-1);
    if (slot < 0) {
      throw none();
    }
    QueryPolygon within = QueryPolygon.of(EqualAreaFrame.project(query.within()));
    long count = plots.get().totals(within).count(slot);
    if (count == 0) {
      throw none();
    }
    if (count > AroundPlotsQuery.MOST_PLOTS) {
      throw tooMany(count);
    }
    List<Geometry> buffers = buffers(plots.get(), within, slot);
    Geometry all = CheckedUnion.of(buffers, patience);
    return new AroundPlots(EqualAreaFrame.unproject(all), count);
  }

  /** In metres of the equal-area frame. */
  private List<Geometry> buffers(PlotIndex plots, QueryPolygon within, int slot) {
    List<Geometry> buffers = new ArrayList<>();
    plots.ask(
        within,
        new PlotIndexVisitor() {
          @Override
          public void whole(AggregateTree tree, int from, int to) {
            for (int place = from; place < to; place++) {
              add(tree, place);
            }
          }

          @Override
          public void cut(AggregateTree tree, int place, long inside, boolean counts) {
            if (counts) {
              add(tree, place);
            }
          }

          private void add(AggregateTree tree, int place) {
            if (tree.slot(place) == slot) {
              Geometry plot = EqualAreaFrame.unproject(PlotShapes.of(tree, place));
              Geometry buffer = GeodesicBuffer.of(plot, query.metres(), patience);
              buffers.add(EqualAreaFrame.project(buffer));
            }
          }
        });
    return buffers;
  }

  private static ExplainedException none() {
    return new ExplainedException(
        "no_plots",
        new Bilingual(
            "Allí no hay ninguna parcela de esa clase y año. Elija otro año o un ámbito mayor.",
            "There is no plot of that kind and year there. Choose another year or a larger"
                + " place."));
  }

  /** Tells the order of magnitude, which is what narrowing needs. */
  private static ExplainedException tooMany(long count) {
    long least = AroundPlotsQuery.MOST_PLOTS;
    for (long power = 10; power <= count; power *= 10) {
      least = Math.max(least, power);
    }
    return new ExplainedException(
        "too_many_plots",
        new Bilingual(
            "Allí hay más de "
                + least
                + " parcelas de esa clase y año; se admiten "
                + AroundPlotsQuery.MOST_PLOTS
                + ". Elija en within un ámbito menor, por ejemplo un distrito, y pregunte por"
                + " partes.",
            "There are more than "
                + least
                + " plots of that kind and year there; "
                + AroundPlotsQuery.MOST_PLOTS
                + " are allowed. Choose a smaller place in within, such as a district, and ask"
                + " part by part."));
  }
}
