package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotIndexVisitor;
import org.yunga.core.plot.PlotRef;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Lists the plots that make up a total. By their names, since their order in the trees changes in
 * the background; of each question only one page is kept.
 */
final class PlotLists {

  private static final Comparator<PlotRef> ORDER =
      Comparator.comparing(PlotRef::dataset).thenComparing(PlotRef::number);

  private PlotLists() {}

  static PlotList of(Snapshot snapshot, PlotListQuery query) {
    List<PlotList.Item> page = new ArrayList<>();
    snapshot
        .plots()
        .ifPresent(
            plots -> {
              Page found = new Page(plots, query);
              plots.ask(QueryPolygon.of(EqualAreaFrame.project(query.ground())), found);
              page.addAll(found.last);
            });
    page.sort(Comparator.comparing(PlotList.Item::ref, ORDER));
    boolean more = page.size() > query.limit();
    List<PlotList.Item> shown = more ? page.subList(0, query.limit()) : page;
    return new PlotList(
        snapshot.release(),
        shown,
        more ? Optional.of(shown.get(shown.size() - 1).ref()) : Optional.empty());
  }

  /**
   * Keeps the first plots after the cursor, and one more, which tells that there is a next page.
   */
  private static final class Page implements PlotIndexVisitor {
    private final PlotIndex plots;
    private final PlotListQuery query;
    private final PriorityQueue<PlotList.Item> last =
        new PriorityQueue<>(
            Collections.reverseOrder(Comparator.comparing(PlotList.Item::ref, ORDER)));

    Page(PlotIndex plots, PlotListQuery query) {
      this.plots = plots;
      this.query = query;
    }

    @Override
    public void whole(AggregateTree tree, int from, int to) {
      for (int place = from; place < to; place++) {
        add(tree, place, tree.plotSize(place), true);
      }
    }

    @Override
    public void cut(AggregateTree tree, int place, long inside, boolean counts) {
      add(tree, place, inside, counts);
    }

    private void add(AggregateTree tree, int place, long inside, boolean counts) {
      PlotSlot slot = plots.slots().get(tree.slot(place));
      boolean asked =
          query.kind().map(slot.kind()::equals).orElse(true)
              && (query.year().isEmpty() || query.year().getAsInt() == slot.year());
      if (!asked) {
        return;
      }
      PlotRef ref = plots.ref(tree, place);
      if (query.after().map(after -> ORDER.compare(ref, after) <= 0).orElse(false)) {
        return;
      }
      last.add(new PlotList.Item(ref, slot, tree.plotSize(place), inside, counts));
      if (last.size() > query.limit() + 1) {
        last.remove();
      }
    }
  }
}
