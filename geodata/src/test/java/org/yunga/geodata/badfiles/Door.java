package org.yunga.geodata.badfiles;

import java.nio.file.Path;
import java.util.List;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.figures.FigureIntake;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.load.BoundariesRefusedException;
import org.yunga.geodata.load.BoundaryLoader;
import org.yunga.geodata.load.BoundaryOptions;
import org.yunga.geodata.load.BoundaryReport;
import org.yunga.geodata.raster.CellMeaning;
import org.yunga.geodata.raster.RasterProgress;
import org.yunga.geodata.raster.ZonalTotals;

/** Brings a file to a store, as the command line and the page do. */
final class Door {

  /**
   * What became of a file.
   *
   * @param found all problems
   * @param deliveries what would be published; none when the file is refused
   */
  record Answer(List<Found> found, List<Delivery> deliveries) {}

  private final Store store;
  private final ReleaseContent content;

  Door(Store store) {
    this.store = store;
    this.content = store.readLatest();
  }

  /** Inspects a file as figures, boundaries or a raster. */
  Answer bring(Path file, String as) {
    try {
      return switch (as) {
        case "figures" -> figures(file);
        case "boundaries" -> boundaries(file);
        default -> raster(file);
      };
    } catch (BoundariesRefusedException e) {
      return new Answer(found(e.report()), List.of());
    } catch (ExplainedException e) {
      return new Answer(List.of(Found.of(e)), List.of());
    }
  }

  private Answer figures(Path file) {
    IntakeReport report =
        new FigureIntake()
            .inspect(
                file,
                new IntakeKind.Figures(),
                IntakeOptions.named("prueba"),
                KnownRelease.of(store));
    return new Answer(report.problems().stream().map(Found::of).toList(), report.deliveries());
  }

  private Answer boundaries(Path file) {
    Snapshot snapshot = Snapshot.of(content);
    List<Region> known =
        snapshot.catalogue().regionSets().stream()
            .map(RegionSet::id)
            .flatMap(set -> snapshot.regions(set).stream())
            .toList();
    BoundaryReport report =
        new BoundaryLoader(snapshot.catalogue(), known).load(file, BoundaryOptions.none());
    return new Answer(found(report), report.delivery().map(List::of).orElse(List.of()));
  }

  private static List<Found> found(BoundaryReport report) {
    return report.problems().stream().map(Found::of).toList();
  }

  private Answer raster(Path file) {
    ZonalTotals.of(
        file,
        new CellMeaning.Classes(),
        Snapshot.of(content).regions("departments"),
        RasterProgress.NONE);
    return new Answer(List.of(), List.of());
  }
}
