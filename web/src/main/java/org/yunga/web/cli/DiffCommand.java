package org.yunga.web.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.figure.Figure;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.ReleaseDiff;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga diff A B}: what changed from one release to another. */
@Command(
    name = "diff",
    description = {
      "Escribe qué cambió de una entrega a otra.",
      "Writes what changed from one release to another."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

  /** Of figures and of regions so many are written out; the API has all of them as CSV. */
  private static final int WRITTEN = 40;

  @Mixin private DataFolder data;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = {"Entrega de antes", "The release before"})
  private long before;

  @Parameters(
      index = "1",
      paramLabel = "B",
      description = {"Entrega de después", "The release after"})
  private long after;

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      description = {"Solo cifras de este indicador", "Only figures of this indicator"})
  private String indicator;

  @Option(
      names = "--all",
      description = {"Escribe todo, no solo lo primero", "Writes all, not only the first"})
  private boolean all;

  @Option(
      names = "--region-set",
      paramLabel = "ID",
      description = {
        "Regiones por las que se comparan las parcelas; por omisión departments",
        "Regions by which plots are compared; by default departments"
      })
  private String regionSet = "departments";

  @Override
  public Integer call() {
    try (Store store = data.openAsItIs()) {
      Snapshot from = Snapshot.of(store.read(before));
      Snapshot to = Snapshot.of(store.read(after));
      ReleaseDiff diff = new Monitor(to).changesSince(from, Optional.ofNullable(indicator));
      tellDatasets(diff);
      tellFigures(diff);
      tellSums(diff);
      tellRegions(diff);
      new PlotDiff(store, limit()).tell(diff, regionSet);
    }
    return 0;
  }

  private static void tellDatasets(ReleaseDiff diff) {
    for (Dataset dataset : diff.datasetsOut()) {
      Console.say("- conjunto " + dataset.id(), "- dataset " + dataset.id());
    }
    for (Dataset dataset : diff.datasetsIn()) {
      Console.say("+ conjunto " + dataset.id(), "+ dataset " + dataset.id());
    }
  }

  private void tellFigures(ReleaseDiff diff) {
    Console.say(
        "Cifras: " + diff.figures().size() + " distintas, " + diff.sameFigures() + " iguales.",
        "Figures: " + diff.figures().size() + " differ, " + diff.sameFigures() + " are the same.");
    diff.figures().stream().limit(limit()).forEach(change -> Console.say(line(change)));
    tellMore(diff.figures().size());
  }

  private static Bilingual line(ReleaseDiff.FigureChange change) {
    Figure.Key key = change.key();
    return Bilingual.same(
        "  %s %s %s %s %s (%s) %s: %s -> %s%s"
            .formatted(
                sign(change.fate()),
                key.indicator(),
                key.measure().name().toLowerCase(Locale.ROOT),
                key.series(),
                change.region().name(),
                key.region(),
                key.period(),
                value(change.before()),
                value(change.after()),
                change.difference().isPresent()
                    ? " (" + signed(change.difference().getAsDouble()) + ")"
                    : ""));
  }

  private static String sign(ReleaseDiff.FigureFate fate) {
    return switch (fate) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
      case REDESCRIBED -> "=";
    };
  }

  private static String value(Optional<Figure> figure) {
    return figure
        .map(
            f ->
                f.value().isPresent()
                    ? number(f.value().getAsDouble())
                    : f.state().name().toLowerCase(Locale.ROOT))
        .orElse("·");
  }

  private static void tellSums(ReleaseDiff diff) {
    for (ReleaseDiff.SumChange sum : diff.sums()) {
      Console.say(
          Bilingual.same(
              "  Σ %s %s %s %s %s: %s (%d) -> %s (%d), %s"
                  .formatted(
                      sum.key().indicator(),
                      sum.key().measure().name().toLowerCase(Locale.ROOT),
                      sum.key().series(),
                      sum.key().regionSet(),
                      sum.key().period(),
                      number(sum.before()),
                      sum.regionsBefore(),
                      number(sum.after()),
                      sum.regionsAfter(),
                      signed(sum.difference()))));
    }
  }

  private void tellRegions(ReleaseDiff diff) {
    Console.say(
        "Regiones: " + diff.regions().size() + " distintas, " + diff.sameRegions() + " iguales.",
        "Regions: " + diff.regions().size() + " differ, " + diff.sameRegions() + " are the same.");
    diff.regions().stream().limit(limit()).forEach(change -> Console.say(line(change)));
    tellMore(diff.regions().size());
  }

  private static Bilingual line(ReleaseDiff.RegionChange change) {
    String who = change.region().name() + " (" + change.region().ref() + ")";
    return switch (change.fate()) {
      case ADDED -> Bilingual.same("  + " + who);
      case REMOVED -> Bilingual.same("  - " + who);
      case RENAMED ->
          new Bilingual(
              "  ~ " + who + ", antes " + change.before().orElseThrow().name(),
              "  ~ " + who + ", before " + change.before().orElseThrow().name());
      case OUTLINE_CHANGED -> {
        String moved = hectares(change.movedHectares());
        yield new Bilingual(
            "  ~ " + who + ", otro contorno" + (moved.isEmpty() ? "" : ", difieren " + moved),
            "  ~ " + who + ", another outline" + (moved.isEmpty() ? "" : ", differing " + moved));
      }
    };
  }

  private static String hectares(OptionalDouble area) {
    return area.isPresent() ? number(Math.round(area.getAsDouble() * 10) / 10.0) + " ha" : "";
  }

  private long limit() {
    return all ? Long.MAX_VALUE : WRITTEN;
  }

  private void tellMore(int size) {
    if (size > limit()) {
      long more = size - limit();
      Console.say(
          "  ... y " + more + " más; --all las escribe.",
          "  ... and " + more + " more; --all writes them.");
    }
  }

  /** Spanish of Peru and English write numbers alike. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%,.3f", value);
    return text.replaceAll("\\.?0+$", "");
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + number(value);
  }
}
