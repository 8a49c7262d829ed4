package org.yunga.geodata.raster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Delivery;
import org.yunga.geodata.intake.FileFacts;
import org.yunga.geodata.intake.IntakeCounts;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.IntakeRoles;
import org.yunga.geodata.intake.MappedColumn;
import org.yunga.geodata.intake.ProblemCount;
import org.yunga.geodata.intake.RegionEffect;

/** A raster, counted, in the words that all kinds of files share. Its rows are figures. */
record RasterIntakeReport(
    IntakeKind kind,
    FileFacts file,
    List<MappedColumn> mapping,
    List<IntakeProblem> problems,
    List<ProblemCount> problemCounts,
    IntakeCounts counts,
    List<RegionEffect> effects,
    String datasetKey,
    List<Delivery> deliveries)
    implements IntakeReport {

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public IntakeRoles roles() {
    return RasterIntake.ROLES;
  }

  @Override
  public boolean publishable() {
    return !deliveries.isEmpty();
  }

  @Override
  public Optional<Path> writeRefused(Path folder) {
    return Optional.empty();
  }
}
