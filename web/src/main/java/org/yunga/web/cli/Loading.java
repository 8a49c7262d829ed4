package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.inspect.Intake;
import org.yunga.geodata.inspect.KindRecognition;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.MappingMemory;

/** Checks a file of any kind, tells what was found, asks, and publishes it. */
final class Loading {

  private final DataFolder data;
  private final Actor by;
  private final Consent consent;
  private final IntakeWords words;
  private final boolean dryRun;

  /**
   * @param dryRun whether to rehearse instead of publishing
   */
  Loading(DataFolder data, Actor by, Consent consent, IntakeWords words, boolean dryRun) {
    this.data = data;
    this.by = by;
    this.consent = consent;
    this.words = words;
    this.dryRun = dryRun;
  }

  /**
   * Loads a file.
   *
   * @param refusedFolder where its refused rows go, when what is good of it goes in
   */
  void load(Path file, IntakeOptions options, Path refusedFolder) {
    load(file, options, refusedFolder, Intake::inspect);
  }

  /** Who finds out what a file brings. */
  interface Inspection {
    IntakeReport inspect(Path file, IntakeOptions options, KnownRelease release);
  }

  /** The same, inspected by somebody in particular. */
  void load(Path file, IntakeOptions options, Path refusedFolder, Inspection inspection) {
    MappingMemory memory = MappingMemory.in(data.folder());
    try (Store store = data.open()) {
      KnownRelease release = KnownRelease.of(store).remembering(memory);
      IntakeOptions known = options.as().isPresent() ? options : recognised(file, options, release);
      IntakeReport report = inspection.inspect(file, known, release);
      words.tell(report);
      boolean allThere = report.refusals() == 0 && report.counts().unchanged() > 0;
      if (allThere && !report.counts().changesAnything()) {
        long number = release.content().release().number();
        Console.say(
            "No hay nada nuevo: sigue rigiendo la entrega " + number + ".",
            "There is nothing new: release " + number + " stays in force.");
        return;
      }
      if (!report.publishable()) {
        throw refused(report);
      }
      if (dryRun) {
        rehearse(store, report.deliveries(), by);
      } else if (consent.to(what(report))) {
        long base = release.content().release().number();
        RollbackCommand.tellInForce(store.publishAll(report.deliveries(), base, by));
        memory.remember(report.kind(), report.columns(), report.mapping());
        report.writeRefused(refusedFolder).ifPresent(IntakeWords::tellRefused);
      }
    }
  }

  private static IntakeOptions recognised(Path file, IntakeOptions options, KnownRelease release) {
    KindRecognition found = KindRecognition.of(file, options, release);
    Console.say(found.why());
    return options.as(found.kind());
  }

  /** The real transaction, rolled back: what the store would refuse is told now. */
  static void rehearse(Store store, List<Delivery> deliveries, Actor by) {
    int datasets =
        store.rehearse(deliveries, by, view -> view.content().release().datasets().size());
    Console.say(
        "Era una prueba (--dry-run): se ensayó la publicación ("
            + datasets
            + " conjuntos de datos regirían) y no se publicó nada.",
        "This was a trial (--dry-run): publishing was rehearsed ("
            + datasets
            + " datasets would be in force), and nothing was published.");
  }

  private Bilingual what(IntakeReport report) {
    String what = report.datasetKey();
    long accepted = report.counts().accepted();
    return new Bilingual(
        "Se publicará " + what + " con " + accepted + " datos, por " + by.name() + ".",
        what + " with " + accepted + " items is going to be published by " + by.name() + ".");
  }

  static ExplainedException refused(IntakeReport report) {
    if (report.mapping().isEmpty() && report.kind() instanceof IntakeKind.Figures) {
      return notRecognised(report.file().name());
    }
    Optional<Bilingual> only = IntakeWords.refusalOfTheFile(report);
    if (only.isPresent()) {
      return new ExplainedException(
          "load_refused",
          new Bilingual(
              "No se cargó nada: " + only.get().es(), "Nothing was loaded: " + only.get().en()));
    }
    long refused = report.refusals();
    if (refused == 0 || report.counts().accepted() == 0) {
      return new ExplainedException(
          "load_refused",
          new Bilingual(
              "No se cargó nada: no hay nada bueno en el archivo. Corríjalo con los remedios de"
                  + " arriba y repita.",
              "Nothing was loaded: there is nothing good in the file. Mend it by the remedies above"
                  + " and try again."));
    }
    return new ExplainedException(
        "load_refused",
        new Bilingual(
            "No se cargó nada: hay "
                + refused
                + " rechazos (arriba, con su remedio). Corrija el"
                + " archivo y repita, o agregue --partial para cargar solo lo bueno.",
            "Nothing was loaded: "
                + refused
                + " refusals (above, with their remedy). Mend the file"
                + " and try again, or add --partial to load only what is good."));
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
}
