package org.yunga.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.figures.FigureEdition;
import org.yunga.geodata.figures.FigureLoader;
import org.yunga.geodata.figures.FigureMapping;
import org.yunga.geodata.figures.FigureReport;
import org.yunga.geodata.figures.FigureTable;
import org.yunga.geodata.figures.MappingHints;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.table.FileExceptions;

/** Checks a table of figures, tells what was found, asks, and publishes it. */
final class FigureLoading {

  /**
   * How it is to be published.
   *
   * @param name of the dataset, after {@code figures/}
   * @param licence of the dataset
   * @param replace whether figures of the edition before may change or go
   * @param partial whether to publish what is good though some was refused
   * @param dryRun whether to stop before publishing
   */
  record Wishes(String name, String licence, boolean replace, boolean partial, boolean dryRun) {}

  private final DataFolder data;
  private final Actor by;
  private final Consent consent;
  private final Wishes wishes;
  private final FigureWords words;

  FigureLoading(DataFolder data, Actor by, Consent consent, Wishes wishes, FigureWords words) {
    this.data = data;
    this.by = by;
    this.consent = consent;
    this.wishes = wishes;
    this.words = words;
  }

  int load(Path file, FigureTable table, MappingHints hints) {
    String sha256 = sha256(file);
    try (GeoPackageStore store = data.open()) {
      ReleaseContent content = store.readLatest();
      if (content.release().isSynthetic()) {
        throw synthetic(store);
      }
      FigureReport report =
          new FigureLoader(
                  content.catalogue(), content.regions(), content.figures(), LocalDate.now())
              .load(table, hints);
      words.tell(table, report);
      FigureMapping mapping = report.mapping().orElseThrow(() -> notRecognised(table.file()));
      FigureEdition edition =
          FigureEdition.of(report, dataset(table.file(), sha256, mapping, hints), content);
      words.tell(edition, content);
      check(words.refusals(table, report) + edition.conflicts().size(), edition, store);
      publish(store, content.release().number(), report, edition);
    }
    return 0;
  }

  private Dataset dataset(String file, String sha256, FigureMapping mapping, MappingHints hints) {
    return Dataset.of(
        "figures/" + wishes.name,
        mapping.source().title(),
        hints.source().orElse(mapping.series()),
        wishes.licence,
        file,
        sha256);
  }

  private void check(int refused, FigureEdition edition, Store store) {
    if (refused > 0 && !wishes.partial) {
      throw new ExplainedException(
          "figures_refused",
          new Bilingual(
              "No se cargó nada: hay "
                  + refused
                  + " rechazos (arriba, con su remedio). Corrija el archivo y repita, o agregue"
                  + " --partial para cargar solo lo bueno.",
              "Nothing was loaded: "
                  + refused
                  + " refusals (above, with their remedy). Mend the file and try again, or add"
                  + " --partial to load only what is good."));
    }
    if (edition.figures().isEmpty()) {
      return;
    }
    if (edition.replaces() && !wishes.replace) {
      throw new ExplainedException(
          "figures_replace_needed",
          new Bilingual(
              "No se cargó nada: "
                  + edition.dataset().key()
                  + " ya existe, y con este archivo cambiarían "
                  + edition.changed()
                  + " de sus cifras y dejarían de regir "
                  + edition.dropped()
                  + ". Si es una edición corregida, agregue --replace; si son otras cifras, dé otro"
                  + " --name.",
              "Nothing was loaded: "
                  + edition.dataset().key()
                  + " exists, and with this file "
                  + edition.changed()
                  + " of its figures would change and "
                  + edition.dropped()
                  + " would go out of force. If it is a corrected edition, add --replace; if these"
                  + " are other figures, give another --name."));
    }
    refuseAnotherReadingOfTheFile(edition, store);
  }

  /** The id of a dataset is that of its file: the store would take the reading it has. */
  private static void refuseAnotherReadingOfTheFile(FigureEdition edition, Store store) {
    Optional<KeptDataset> kept =
        store.datasets().stream()
            .filter(known -> known.dataset().id().equals(edition.dataset().id()))
            .findFirst();
    if (kept.isEmpty()) {
      return;
    }
    Set<Figure> before =
        store.read(kept.get().lastRelease()).figures().stream()
            .filter(figure -> figure.dataset().equals(edition.dataset().id()))
            .collect(Collectors.toSet());
    if (!before.equals(Set.copyOf(edition.figures()))) {
      String id = edition.dataset().id();
      throw new ExplainedException(
          "figures_file_read_otherwise",
          new Bilingual(
              "No se cargó nada: este mismo archivo ya se publicó como "
                  + id
                  + " con otras opciones o sobre otros datos. Para leerlo de nuevo retírelo si aún"
                  + " rige (scripts/yunga retire "
                  + id
                  + ") y dé otro --name.",
              "Nothing was loaded: this very file was published as "
                  + id
                  + " with other options or beside other data. To read it anew retire it if it is"
                  + " in force (scripts/yunga retire "
                  + id
                  + ") and give another --name."));
    }
  }

  private void publish(Store store, long release, FigureReport report, FigureEdition edition) {
    if (edition.figures().isEmpty() || edition.changes().isEmpty()) {
      Console.say(
          "No hay cifras nuevas: sigue rigiendo la entrega " + release + ".",
          "There are no new figures: release " + release + " stays in force.");
      return;
    }
    if (wishes.dryRun) {
      Console.say(
          "Era una prueba (--dry-run): no se publicó nada.",
          "This was a trial (--dry-run): nothing was published.");
      return;
    }
    String key = edition.dataset().key();
    int figures = edition.figures().size();
    Bilingual what =
        new Bilingual(
            "Se publicará " + key + " con " + figures + " cifras, por " + by.name() + ".",
            key + " with " + figures + " figures is going to be published by " + by.name() + ".");
    if (!consent.to(what)) {
      return;
    }
    if (store.latestReleaseNumber() != release) {
      throw new ExplainedException(
          "release_changed",
          new Bilingual(
              "No se cargó nada: mientras tanto alguien publicó otra entrega. Repita la orden.",
              "Nothing was loaded: meanwhile somebody published another release. Try again."));
    }
    RollbackCommand.tellInForce(store.publishAll(List.of(edition.delivery(report.problems())), by));
  }

  private static ExplainedException notRecognised(String file) {
    return new ExplainedException(
        "figures_not_recognised",
        new Bilingual(
            "No se cargó nada: no se reconoce qué es cada columna de "
                + file
                + ". Diga lo que falta con --indicator, --series, --period, --unit, --region-set,"
                + " --code-column, --name-column o --value-column (scripts/yunga load --help).",
            "Nothing was loaded: what the columns of "
                + file
                + " are is not recognised. Say what is missing by --indicator, --series, --period,"
                + " --unit, --region-set, --code-column, --name-column or --value-column"
                + " (scripts/yunga load --help)."));
  }

  private static ExplainedException synthetic(GeoPackageStore store) {
    return new ExplainedException(
        "figures_beside_synthetic",
        new Bilingual(
            "No se cargó nada: "
                + store.file()
                + " tiene datos sintéticos, y junto a ellos no van cifras reales. Indique otra"
                + " carpeta con --data.",
            "Nothing was loaded: "
                + store.file()
                + " holds synthetic data, and real figures do not stand beside it. Name another"
                + " folder by --data."));
  }

  private static String sha256(Path file) {
    try {
      return FileHash.sha256(file);
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }
}
