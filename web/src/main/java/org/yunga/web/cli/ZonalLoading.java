package org.yunga.web.cli;

import java.nio.file.Path;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.raster.RasterIntake;

/** Counts a raster by region, tells how far it is, and goes on as with any file. */
final class ZonalLoading {

  private static final int TENTHS = 10;

  private final Loading loading;
  private long told;

  ZonalLoading(Loading loading) {
    this.loading = loading;
  }

  void load(Path file, IntakeOptions options) {
    RasterIntake raster = new RasterIntake(this::progress);
    loading.load(
        file,
        options,
        file.toAbsolutePath().getParent(),
        (given, said, release) -> raster.inspect(given, said.as().orElseThrow(), said, release));
  }

  private void progress(long done, long of) {
    long tenth = done * TENTHS / Math.max(1, of);
    if (tenth > told) {
      told = tenth;
      Console.say(
          "Contado: " + tenth * TENTHS + " % de las celdas",
          "Counted: " + tenth * TENTHS + " % of the cells");
    }
  }
}
