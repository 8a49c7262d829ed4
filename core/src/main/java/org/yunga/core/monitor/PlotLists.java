package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotRef;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Lists the plots that make up a total. By their names, since their order in the trees changes in
 * the background; of each question only one page is kept.
 *
 * <p>Where few of all plots lie inside, these are looked through for the first ones behind the
 * cursor; where many do, all plots are walked over from the cursor on, until the page is full. So a
 * page costs no more than the root of its size times the number of plots.
 */
final class PlotLists {

  private static final Comparator<PlotRef> ORDER =
      Comparator.comparing(PlotRef::dataset).thenComparing(PlotRef::number);

  private final PlotIndex plots;
  private final PlotListQuery query;
  private final boolean[] asked;

  private PlotLists(PlotIndex plots, PlotListQuery query) {
    this.plots = plots;
    this.query = query;
    this.asked = new boolean[plots.slots().size()];
    for (int slot = 0; slot < asked.length; slot++) {
      PlotSlot of = plots.slots().get(slot);
      asked[slot] =
          query.kind().map(of.kind()::equals).orElse(true)
              && (query.year().isEmpty() || query.year().getAsInt() == of.year());
    }
  }

  static PlotList of(Snapshot snapshot, PlotListQuery query) {
    List<PlotList.Item> page =
        snapshot.plots().map(plots -> new PlotLists(plots, query).page()).orElse(List.of());
    boolean more = page.size() > query.limit();
    List<PlotList.Item> shown = more ? page.subList(0, query.limit()) : page;
    return new PlotList(
        snapshot.release(),
        shown,
        more ? Optional.of(shown.get(shown.size() - 1).ref()) : Optional.empty());
  }

  /** The page, and the first plot of the next one. */
  private List<PlotList.Item> page() {
    QueryPolygon polygon = QueryPolygon.of(EqualAreaFrame.project(query.ground()));
    InsidePlots inside = new InsidePlots();
    plots.ask(polygon, inside);
    SlotTotals totals = plots.totals(polygon);
    double found = 1;
    for (int slot = 0; slot < asked.length; slot++) {
      found += asked[slot] ? totals.count(slot) : 0;
    }
    boolean many = found * found > (double) query.limit() * plots.size();
    return many ? walked(inside) : chosen(inside);
  }

  private List<PlotList.Item> walked(InsidePlots inside) {
    List<PlotList.Item> page = new ArrayList<>();
    plots.walk(
        query.after(),
        (tree, place) -> {
          PlotList.Item item = isAsked(tree, place) ? inside.item(plots, tree, place) : null;
          if (item != null) {
            page.add(item);
          }
          return page.size() <= query.limit();
        });
    return page;
  }

  private List<PlotList.Item> chosen(InsidePlots inside) {
    PriorityQueue<PlotList.Item> last =
        new PriorityQueue<>(
            Collections.reverseOrder(Comparator.comparing(PlotList.Item::ref, ORDER)));
    inside.forEach(
        (tree, place) -> {
          if (isAsked(tree, place) && isBehind(plots.ref(tree, place), query.after(), last)) {
            last.add(inside.item(plots, tree, place));
            if (last.size() > query.limit() + 1) {
              last.remove();
            }
          }
          return true;
        });
    List<PlotList.Item> page = new ArrayList<>(last);
    page.sort(Comparator.comparing(PlotList.Item::ref, ORDER));
    return page;
  }

  private boolean isAsked(AggregateTree tree, int place) {
    return !tree.retired(place) && asked[tree.slot(place)];
  }

  /** Whether a plot is behind the cursor, and before the last of a page that is full. */
  private boolean isBehind(
      PlotRef ref, Optional<PlotRef> cursor, PriorityQueue<PlotList.Item> last) {
    boolean full = last.size() > query.limit();
    return (cursor.isEmpty() || ORDER.compare(ref, cursor.get()) > 0)
        && (!full || ORDER.compare(ref, last.element().ref()) < 0);
  }
}
