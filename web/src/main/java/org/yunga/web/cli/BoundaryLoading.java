package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Release;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.load.BoundaryLoader;
import org.yunga.geodata.load.BoundaryOptions;
import org.yunga.geodata.load.BoundaryProblem;
import org.yunga.geodata.load.BoundaryReport;

/** Checks files of boundaries, tells what was found, publishes what is good. */
final class BoundaryLoading {

  /** Of each kind of problem so many are written out; the rest is counted. */
  private static final int TOLD_OF_A_KIND = 5;

  private final DataFolder data;
  private final Actor by;
  private final boolean allProblems;

  BoundaryLoading(DataFolder data, Actor by, boolean allProblems) {
    this.data = data;
    this.by = by;
    this.allProblems = allProblems;
  }

  /** All files are checked before any is published, and published together or not at all. */
  int load(List<Path> files, BoundaryOptions options) {
    try (Store store = data.open()) {
      Snapshot snapshot = Snapshot.of(store.readLatest());
      List<Region> known =
          snapshot.catalogue().regionSets().stream()
              .map(RegionSet::id)
              .flatMap(set -> snapshot.regions(set).stream())
              .toList();
      BoundaryLoader loader = new BoundaryLoader(snapshot.catalogue(), known);
      List<BoundaryReport> reports =
          files.stream().map(file -> checked(loader, file, options)).toList();
      publish(store, reports);
    }
    return 0;
  }

  private BoundaryReport checked(BoundaryLoader loader, Path file, BoundaryOptions options) {
    Console.say("Leyendo " + file + "...", "Reading " + file + "...");
    BoundaryReport report = loader.load(file, options);
    tell(report);
    return report;
  }

  private void publish(Store store, List<BoundaryReport> reports) {
    long before = store.latestReleaseNumber();
    Release release =
        store.publishAll(
            reports.stream().map(report -> report.delivery().orElseThrow()).toList(), by);
    if (release.number() == before) {
      Console.say(
          "Ya estaba todo cargado (entrega " + release.id() + ").",
          "All of it was loaded already (release " + release.id() + ").");
    } else {
      Console.say(
          "Cargado. Rige la entrega " + release.id() + ".",
          "Loaded. Release " + release.id() + " is in force.");
    }
  }

  private void tell(BoundaryReport report) {
    Console.say(report.summary());
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (BoundaryProblem problem : report.problems()) {
      int count = counts.merge(problem.code(), 1, Integer::sum);
      if (allProblems || count <= TOLD_OF_A_KIND) {
        Console.say(line(problem));
      }
    }
    counts.forEach(
        (code, count) -> {
          if (!allProblems && count > TOLD_OF_A_KIND) {
            int more = count - TOLD_OF_A_KIND;
            Console.say(
                "  ... y " + more + " más de este tipo (" + code + "); --all-problems los escribe.",
                "  ... and "
                    + more
                    + " more of this kind ("
                    + code
                    + "); --all-problems lists"
                    + " them.");
          }
        });
  }

  private static Bilingual line(BoundaryProblem problem) {
    Bilingual outcome = problem.severity().word();
    Bilingual place = problem.where().inWords();
    Bilingual text = problem.text();
    return new Bilingual(
        "  [" + outcome.es() + "] " + place.es() + ": " + text.es(),
        "  [" + outcome.en() + "] " + place.en() + ": " + text.en());
  }
}
