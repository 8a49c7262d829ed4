package org.yunga.geodata.inspect;

import java.nio.file.Path;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.figures.FigureIntake;
import org.yunga.geodata.intake.Inspector;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.load.BoundaryIntake;
import org.yunga.geodata.plots.PlotIntake;
import org.yunga.geodata.raster.RasterIntake;
import org.yunga.geodata.raster.RasterProgress;

/** Recognises what a file brings and has it checked by those who know that kind. */
public final class Intake {

  private Intake() {}

  /**
   * Reads a file to its end and checks it against a release; writes nothing.
   *
   * @param options {@code as} says what it brings; where it is empty the file is {@link
   *     KindRecognition recognised}
   * @throws ExplainedException when the file cannot be read, or does not show what it brings
   * @throws org.yunga.core.text.UnknownNameException when the options name what there is not
   */
  public static IntakeReport inspect(Path file, IntakeOptions options, KnownRelease release) {
    IntakeKind kind =
        options.as().orElseGet(() -> KindRecognition.of(file, options, release).kind());
    return inspector(kind).inspect(file, kind, options, release);
  }

  private static Inspector inspector(IntakeKind kind) {
    if (kind instanceof IntakeKind.Figures) {
      return new FigureIntake();
    }
    if (kind instanceof IntakeKind.Raster) {
      return new RasterIntake(RasterProgress.NONE);
    }
    return kind instanceof IntakeKind.Plots ? new PlotIntake() : new BoundaryIntake();
  }
}
