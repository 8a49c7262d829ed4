package org.yunga.web.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.yunga.core.monitor.TotalsCheck;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.MemoryBudget;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code yunga check-totals}: totals as memory has them against totals in SQL. */
@Command(
    name = "check-totals",
    description = {
      "Compara todos los totales de parcelas de la entrega vigente: los que Yunga calcula en memoria"
          + " y los que calcula PostGIS. Termina con 0 si coinciden, con 1 si no.",
      "Compares all totals of plots of the release in force: those that Yunga computes in memory and"
          + " those that PostGIS computes. Ends with 0 when they agree, else 1."
    },
    mixinStandardHelpOptions = true)
final class CheckTotalsCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  /** The tree, and little else. */
  private static final double SHARE_OF_HEAP = 0.8;

  @Mixin private DataFolder data;

  @Option(
      names = "--region-set",
      paramLabel = "SET",
      description = {
        "Solo las regiones de este conjunto; por omisión, todos los conjuntos",
        "Only the regions of this set; by default all sets."
      })
  private String regionSet;

  @Override
  public Integer call() {
    try (Store store = data.openAsItIs()) {
      long heap = (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP);
      Snapshot snapshot = new CurrentSnapshot(store, new MemoryBudget(heap)).get();
      StoredPlots stored =
          store
              .storedPlots(snapshot.release().number(), snapshot.catalogue().plotKinds())
              .orElseThrow(() -> noSql(store.place()));
      if (snapshot.storedPlots().isPresent()) {
        throw tooLarge(snapshot.plotCount());
      }
      long differences = tell("-", TotalsCheck.ofAll(snapshot, stored));
      for (String set : sets(snapshot)) {
        differences += tell(set, TotalsCheck.of(snapshot, stored, set));
      }
      return differences == 0 ? 0 : Failures.MENDABLE;
    }
  }

  private List<String> sets(Snapshot snapshot) {
    return regionSet == null
        ? snapshot.catalogue().regionSets().stream().map(RegionSet::id).toList()
        : List.of(snapshot.catalogue().regionSet(regionSet).id());
  }

  private static long tell(String set, TotalsCheck check) {
    if (check.cells() == 0) {
      return 0;
    }
    int differences = check.differences().size();
    Console.say(
        "%-20s %,10d totales comparados, %,d distintos".formatted(set, check.cells(), differences),
        "%-20s %,10d totals compared, %,d differ".formatted(set, check.cells(), differences));
    check.differences().stream().limit(SHOWN).forEach(CheckTotalsCommand::tell);
    return differences;
  }

  private static void tell(TotalsCheck.Difference difference) {
    String where = difference.region().map(Object::toString).orElse("-");
    String what = difference.slot().kind() + " " + difference.slot().year();
    String measure = difference.measure().name().toLowerCase(java.util.Locale.ROOT);
    Console.complain(
        new Bilingual(
            "  %s %s, %s: memoria %d, PostGIS %d"
                .formatted(where, what, measure, difference.memory(), difference.store()),
            "  %s %s, %s: memory %d, PostGIS %d"
                .formatted(where, what, measure, difference.memory(), difference.store())));
  }

  private static ExplainedException noSql(String place) {
    return new ExplainedException(
        "no_sql_totals",
        new Bilingual(
            "El almacén "
                + place
                + " es un archivo y no calcula totales. Cópielo a PostGIS con scripts/yunga copy y"
                + " repita con --store.",
            "The store "
                + place
                + " is a file and computes no totals. Copy it to PostGIS by scripts/yunga copy and"
                + " try again with --store."));
  }

  private static ExplainedException tooLarge(long plots) {
    return new ExplainedException(
        "plots_not_in_memory",
        new Bilingual(
            "Las "
                + plots
                + " parcelas no caben en la memoria de esta orden. Dele más:"
                + " YUNGA_JAVA_OPTIONS=-Xmx8g scripts/yunga check-totals",
            "The "
                + plots
                + " plots do not fit into the memory of this command. Give it more:"
                + " YUNGA_JAVA_OPTIONS=-Xmx8g scripts/yunga check-totals"));
  }
}
