package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.sample.SampleData;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yunga sample}: a store of made-up plots, for trying and measuring. */
@Command(
    name = "sample",
    description = {
      "Crea un almacén aparte con parcelas sintéticas, para probar y medir.",
      "Makes a store of its own with synthetic plots, for trying and measuring."
    },
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

  private static final int MOST_PLOTS = 10_000_000;

  /** Progress is told this often: some seconds each. */
  private static final int TOLD_EVERY = 100_000;

  @ArgGroup(multiplicity = "1")
  private Place place;

  /** Named each time: made-up data must not get where nobody wants it. */
  private static final class Place {

    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = {
          "Carpeta para estos datos, distinta de la de los datos reales; se crea si falta",
          "Folder for this data, other than that of real data; made when missing"
        })
    private Path folder;

    @Option(
        names = "--store",
        required = true,
        paramLabel = "ADDRESS",
        description = {
          "O una base de datos PostGIS, distinta de la de los datos reales",
          "Or a PostGIS database, other than that of real data"
        })
    private String address;

    Store open() {
      return address == null
          ? GeoPackageStore.open(folder.toAbsolutePath().normalize())
          : DataFolder.database(address);
    }

    String option() {
      return address == null ? "--data " + folder : "--store " + address;
    }
  }

  @Option(
      names = "--plots",
      paramLabel = "N",
      description = {
        "Cuántas parcelas, hasta 10,000,000. Por omisión: ${DEFAULT-VALUE}",
        "How many plots, up to 10,000,000."
      })
  private String plots = "1000000";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = {
        "Semilla: la misma hace las mismas parcelas. Por omisión: ${DEFAULT-VALUE}",
        "Seed: the same one makes the same plots."
      })
  private String seed = "1";

  @Override
  public Integer call() {
    int count = count();
    long number = number(seed, Long::valueOf, SampleCommand::badSeed);
    try (Store store = place.open()) {
      SampleData sample = new SampleData();
      store.publish(sample.words()); // refused at once by a store of real data
      PlotSource source = telling(sample.plots(count, number), count);
      Console.say(
          "Creando " + grouped(count) + " parcelas sintéticas en " + store.place() + "...",
          "Making " + grouped(count) + " synthetic plots in " + store.place() + "...");
      long before = store.latestReleaseNumber();
      Release release = store.publish(sample.delivery(count, number, source));
      String outcome = release.number() == before ? "Ya estaban" : "Listo";
      String outcomeEn = release.number() == before ? "They were there already" : "Done";
      Console.say(
          outcome + ": entrega " + release.id() + ". Para verla: scripts/run " + place.option(),
          outcomeEn
              + ": release "
              + release.id()
              + ". To look at it: scripts/run "
              + place.option());
    }
    return 0;
  }

  private int count() {
    int count = number(plots, Integer::valueOf, SampleCommand::badPlots);
    if (count < 1 || count > MOST_PLOTS) {
      throw badPlots(plots);
    }
    return count;
  }

  private static <T> T number(
      String text, Function<String, T> parse, Function<String, ExplainedException> failure) {
    try {
      return parse.apply(text.strip());
    } catch (NumberFormatException e) {
      throw failure.apply(text);
    }
  }

  private static PlotSource telling(PlotSource source, int count) {
    return consumer -> {
      AtomicInteger made = new AtomicInteger();
      source.forEach(
          plot -> {
            consumer.accept(plot);
            int n = made.incrementAndGet();
            if (n % TOLD_EVERY == 0 && n < count) {
              Console.say(
                  "  " + grouped(n) + " de " + grouped(count),
                  "  " + grouped(n) + " of " + grouped(count));
            }
          });
      Console.say("Guardando y comprobando la entrega...", "Saving the release and checking it...");
    };
  }

  /** Spanish of Peru and English write thousands alike. */
  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static ExplainedException badPlots(String given) {
    return new ExplainedException(
        "bad_plots",
        new Bilingual(
            "--plots "
                + given
                + " no vale. Indique un número entero de 1 a 10,000,000, sin separadores (por"
                + " ejemplo --plots 1000000).",
            "--plots "
                + given
                + " will not do. Give a whole number from 1 to 10,000,000 without separators (for"
                + " example --plots 1000000)."));
  }

  private static ExplainedException badSeed(String given) {
    return new ExplainedException(
        "bad_seed",
        new Bilingual(
            "--seed " + given + " no vale. Indique un número entero (por ejemplo --seed 1).",
            "--seed " + given + " will not do. Give a whole number (for example --seed 1)."));
  }
}
