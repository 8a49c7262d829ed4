package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.List;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.store.Store;
import org.yunga.geodata.inspect.Intake;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.intake.MappingMemory;
import org.yunga.geodata.load.BoundaryIntake;

/** Checks files of boundaries, tells what was found, publishes what is good, without asking. */
final class BoundaryLoading {

  /** Datasets of boundaries are named by their region set; options want a name all the same. */
  static final String NAME = "limites";

  private final DataFolder data;
  private final Actor by;
  private final IntakeWords words;
  private final boolean dryRun;

  /**
   * @param dryRun whether to rehearse instead of publishing
   */
  BoundaryLoading(DataFolder data, Actor by, IntakeWords words, boolean dryRun) {
    this.data = data;
    this.by = by;
    this.words = words;
    this.dryRun = dryRun;
  }

  /** All files are checked before any is published, and published together or not at all. */
  int load(List<Path> files, IntakeOptions options) {
    MappingMemory memory = MappingMemory.in(data.folder());
    try (Store store = data.open()) {
      KnownRelease release = KnownRelease.of(store).remembering(memory);
      List<IntakeReport> reports =
          files.stream().map(file -> checked(file, options, release)).toList();
      List<Delivery> deliveries =
          reports.stream().flatMap(report -> report.deliveries().stream()).toList();
      if (dryRun) {
        Loading.rehearse(store, deliveries, by);
        return 0;
      }
      publish(store, deliveries, release.content().release().number());
      reports.forEach(report -> memory.remember(report.kind(), report.columns(), report.mapping()));
    }
    return 0;
  }

  private IntakeReport checked(Path file, IntakeOptions options, KnownRelease release) {
    Console.say("Leyendo " + file + "...", "Reading " + file + "...");
    IntakeOptions known =
        options.as().isPresent() ? options : options.as(BoundaryIntake.kindOf(file, options));
    IntakeReport report = Intake.inspect(file, known, release);
    words.tell(report);
    if (!report.publishable()) {
      throw Loading.refused(report);
    }
    return report;
  }

  private void publish(Store store, List<Delivery> deliveries, long base) {
    Release release = store.publishAll(deliveries, base, by);
    if (release.number() == base) {
      Console.say(
          "Ya estaba todo cargado (entrega " + release.id() + ").",
          "All of it was loaded already (release " + release.id() + ").");
    } else {
      Console.say(
          "Cargado. Rige la entrega " + release.id() + ".",
          "Loaded. Release " + release.id() + " is in force.");
    }
  }
}
