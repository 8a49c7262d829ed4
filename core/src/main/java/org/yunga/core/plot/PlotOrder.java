package org.yunga.core.plot;

import java.util.Arrays;
import org.yunga.core.aggregate.AggregateTree;

/**
 * The plots of a tree by their names: source by source, in each by number. Four bytes a plot, made
 * when somebody first pages through them.
 */
final class PlotOrder {

  private final AggregateTree tree;

  /** Places on the curve. */
  private final int[] places;

  /** Where each source begins in them. */
  private final int[] begins;

  PlotOrder(AggregateTree tree, int sources) {
    this.tree = tree;
    begins = new int[sources + 1];
    for (int place = 0; place < tree.size(); place++) {
      begins[tree.source(place) + 1]++;
    }
    Arrays.parallelPrefix(begins, Integer::sum);
    long[] keys = new long[tree.size()];
    int[] next = begins.clone();
    for (int place = 0; place < keys.length; place++) {
      keys[next[tree.source(place)]++] = (long) tree.number(place) << Integer.SIZE | place;
    }
    for (int source = 0; source < sources; source++) {
      Arrays.sort(keys, begins[source], begins[source + 1]);
    }
    places = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      places[i] = (int) keys[i];
    }
  }

  /** The place of the plot that comes i-th. */
  int place(int i) {
    return places[i];
  }

  /** Where a source ends. */
  int end(int source) {
    return begins[source + 1];
  }

  /** Where the first plot of a source comes whose number is larger than this. */
  int behind(int source, int number) {
    int low = begins[source];
    int high = begins[source + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tree.number(places[middle]) > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
