package org.yunga.web.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotChange;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.monitor.ReleaseDiff;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;

/**
 * Writes how totals of plots changed from one release to another. Whoever has the store has the
 * plots, so these are exact.
 *
 * @param store with both releases
 * @param limit how many lines are written
 */
record PlotDiff(Store store, long limit) {

  /** Reads plots only where other ones are in force. */
  void tell(ReleaseDiff diff, String regionSet) {
    if (!bringsPlots(diff)) {
      return;
    }
    CurrentSnapshot current = new CurrentSnapshot(store);
    Monitor before = new Monitor(current.get(diff.before().number())).entitled();
    Monitor after = new Monitor(current.get(diff.after().number())).entitled();
    if (!current.hasPlotsOf(before.snapshot()) || !current.hasPlotsOf(after.snapshot())) {
      Console.say(
          "Parcelas: una de las entregas tiene demasiadas que ya no rigen para compararlas.",
          "Plots: one of the releases has too many that are no longer in force to compare them.");
      return;
    }
    List<PlotChange> changes = after.plotChangesSince(before, regionSet);
    Console.say(
        "Parcelas: " + changes.size() + " totales distintos (" + regionSet + ").",
        "Plots: " + changes.size() + " totals differ (" + regionSet + ").");
    changes.stream().limit(limit).forEach(change -> Console.say(line(change)));
    if (changes.size() > limit) {
      long more = changes.size() - limit;
      Console.say(
          "  ... y " + more + " más; --all las escribe.",
          "  ... and " + more + " more; --all writes them.");
    }
  }

  private boolean bringsPlots(ReleaseDiff diff) {
    Set<Dataset> withPlots =
        store.datasets().stream()
            .filter(kept -> kept.counts().plots() > 0)
            .map(KeptDataset::dataset)
            .collect(Collectors.toSet());
    return Stream.concat(diff.datasetsIn().stream(), diff.datasetsOut().stream())
        .anyMatch(withPlots::contains);
  }

  private static Bilingual line(PlotChange change) {
    String what = "  ~ " + change.slot().kind() + " " + change.slot().year() + " ";
    String from = amount(change.before());
    String to = amount(change.after());
    String outside = what + "%s: " + from + " -> " + to;
    return change
        .region()
        .map(region -> region.name() + " (" + region.ref() + ")")
        .map(where -> Bilingual.same(outside.formatted(where)))
        .orElseGet(
            () ->
                new Bilingual(
                    outside.formatted("fuera de todas"), outside.formatted("outside of all")));
  }

  private static String amount(Optional<PlotTotals.Row> row) {
    if (row.isEmpty()) {
      return "·";
    }
    PlotTotals.Row found = row.get();
    String size =
        found
            .kilometres()
            .map(length -> String.format(Locale.ROOT, "%,.1f km", length.total()))
            .orElseGet(() -> String.format(Locale.ROOT, "%,.1f ha", found.hectares()));
    return String.format(Locale.ROOT, "%,d (%s)", found.count(), size);
  }
}
