package org.yunga.web.cli;

import java.util.concurrent.Callable;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnknownNameException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code yunga retire DATASET}: takes a dataset out of force. */
@Command(
    name = "retire",
    description = {
      "Retira un conjunto de datos, en una entrega nueva: las anteriores lo conservan.",
      "Takes a dataset out of force, in a new release: older ones keep it."
    },
    mixinStandardHelpOptions = true)
final class RetireCommand implements Callable<Integer> {

  @Mixin private DataFolder data;
  @Mixin private Doer doer;
  @Mixin private Consent consent;

  @Parameters(
      paramLabel = "DATASET",
      description = {
        "Identificador, como lo escribe scripts/yunga releases",
        "Its id, as scripts/yunga releases writes it"
      })
  private String dataset;

  @Override
  public Integer call() {
    Actor by = doer.actor();
    try (Store store = data.openAsItIs()) {
      Release now = store.latestRelease();
      Dataset found =
          now.datasets().stream()
              .filter(held -> held.id().equals(dataset))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UnknownNameException(
                          "dataset", dataset, now.datasets().stream().map(Dataset::id).toList()));
      Bilingual what =
          new Bilingual(
              "Dejará de regir " + found.id() + " (" + found.title() + ").",
              "Out of force: " + found.id() + " (" + found.title() + ").");
      if (consent.to(what)) {
        RollbackCommand.tellInForce(store.retire(dataset, by));
      }
    }
    return 0;
  }
}
