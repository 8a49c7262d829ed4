package org.yunga.geodata.badfiles;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.store.Store;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.inspect.Intake;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.load.BoundaryIntake;

/** Brings a file to a store by the one intake of the command line, the API and the page. */
final class Door {

  /**
   * What became of a file.
   *
   * @param found all problems
   * @param deliveries what would be published; none when the file is refused
   */
  record Answer(List<Found> found, List<Delivery> deliveries) {}

  private static final Map<String, String> COUNTED =
      Map.of("indicator", "forest_loss", "series", "GEOBOSQUES", "classes", "1=1901");

  private final KnownRelease release;

  Door(Store store) {
    this.release = KnownRelease.of(store);
  }

  /**
   * Inspects a file.
   *
   * @param as what it brings, as people say it; of boundaries and rasters the set may be left out
   */
  Answer bring(Path file, String as) {
    try {
      IntakeReport report = Intake.inspect(file, options(file, as), release);
      return new Answer(report.problems().stream().map(Found::of).toList(), report.deliveries());
    } catch (ExplainedException e) {
      return new Answer(List.of(Found.of(e)), List.of());
    }
  }

  private static IntakeOptions options(Path file, String as) {
    IntakeOptions options = IntakeOptions.named("prueba");
    return switch (as) {
      case "boundaries" -> options.as(BoundaryIntake.kindOf(file, options));
      case "raster" -> options.as(new IntakeKind.Raster("departments")).with(Map.of(), COUNTED);
      default -> options.as(IntakeKind.parse(as));
    };
  }
}
