package org.yunga.web.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code yunga rollback N}: what an older release held comes back into force. */
@Command(
    name = "rollback",
    description = {
      "Vuelve al contenido de una entrega anterior, en una entrega nueva: nada se pierde.",
      "Goes back to the content of an older release, in a new one: nothing is lost."
    },
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

  @Mixin private DataFolder data;
  @Mixin private Doer doer;
  @Mixin private Consent consent;

  @Parameters(
      paramLabel = "RELEASE",
      description = {"Número de la entrega", "Number of the release"})
  private long number;

  @Override
  public Integer call() {
    Actor by = doer.actor();
    try (Store store = data.openAsItIs()) {
      Release now = store.latestRelease();
      Release target = store.release(number);
      if (now.datasets().equals(target.datasets())) {
        Console.say(
            "Ya rige ese contenido (entrega " + now.id() + "). No se hizo nada.",
            "That content is in force already (release " + now.id() + "). Nothing was done.");
        return 0;
      }
      if (consent.to(whatWillHappen(now, target))) {
        tellInForce(store.rollBack(number, by));
      }
    }
    return 0;
  }

  static void tellInForce(Release release) {
    Console.say(
        "Hecho. Rige la entrega " + release.id() + ".",
        "Done. Release " + release.id() + " is in force.");
  }

  private static Bilingual whatWillHappen(Release now, Release target) {
    List<String> es = new ArrayList<>();
    List<String> en = new ArrayList<>();
    es.add("Se volverá de la entrega " + now.id() + " al contenido de la " + target.id() + ":");
    en.add("From release " + now.id() + " back to the content of " + target.id() + ":");
    for (Dataset dataset : now.datasets()) {
      if (!target.datasets().contains(dataset)) {
        es.add("  deja de regir " + dataset.id() + " (" + dataset.title() + ")");
        en.add("  out of force: " + dataset.id() + " (" + dataset.title() + ")");
      }
    }
    for (Dataset dataset : target.datasets()) {
      if (!now.datasets().contains(dataset)) {
        es.add("  vuelve a regir " + dataset.id() + " (" + dataset.title() + ")");
        en.add("  back in force: " + dataset.id() + " (" + dataset.title() + ")");
      }
    }
    return new Bilingual(String.join("\n", es), String.join("\n", en));
  }
}
