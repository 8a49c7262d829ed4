package org.yunga.web.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.yunga.core.dataset.AuditedRelease;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code yunga releases}: what is in force, and what was. */
@Command(
    name = "releases",
    description = {
      "Escribe las entregas y los conjuntos de datos que rigen.",
      "Writes the releases, and the datasets in force."
    },
    mixinStandardHelpOptions = true)
final class ReleasesCommand implements Callable<Integer> {

  @Mixin private DataFolder data;

  @Override
  public Integer call() {
    try (Store store = data.openAsItIs()) {
      List<AuditedRelease> releases = store.releases(Long.MAX_VALUE, Integer.MAX_VALUE);
      if (releases.isEmpty()) {
        Console.say("No hay entregas todavía.", "There are no releases yet.");
      }
      for (int i = releases.size() - 1; i >= 0; i--) {
        Console.say(line(releases.get(i)));
      }
      Console.say("Rigen:", "In force:");
      for (KeptDataset dataset : store.datasets()) {
        if (dataset.inForce()) {
          Console.say(line(dataset));
        }
      }
    }
    return 0;
  }

  private static Bilingual line(AuditedRelease made) {
    String head = "%4d  %s  ".formatted(made.release().number(), made.release().publishedAt());
    return made.entry()
        .map(
            entry ->
                new Bilingual(
                    head
                        + entry.by().name()
                        + " "
                        + entry.event().act().inWords().es()
                        + " "
                        + entry.event().subject(),
                    head
                        + entry.by().name()
                        + " "
                        + entry.event().act().inWords().en()
                        + " "
                        + entry.event().subject()))
        .orElse(new Bilingual(head + "(no consta quién)", head + "(nobody knows who)"));
  }

  private static Bilingual line(KeptDataset kept) {
    KeptDataset.Counts counts = kept.counts();
    String head = "  " + kept.dataset().id() + "  ";
    String tail = "  (" + kept.by().name() + ", " + kept.at() + ")";
    return new Bilingual(
        head
            + "%,d cifras, %,d regiones, %,d parcelas"
                .formatted(counts.figures(), counts.regions(), counts.plots())
            + tail,
        head
            + "%,d figures, %,d regions, %,d plots"
                .formatted(counts.figures(), counts.regions(), counts.plots())
            + tail);
  }
}
