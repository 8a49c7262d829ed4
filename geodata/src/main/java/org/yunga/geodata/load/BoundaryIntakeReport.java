package org.yunga.geodata.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

/**
 * A file of boundaries in the words that all kinds of files share.
 *
 * @param refusedRows writes the rows that were refused into a folder
 */
public record BoundaryIntakeReport(
    IntakeKind kind,
    FileFacts file,
    List<MappedColumn> mapping,
    List<String> columns,
    List<IntakeProblem> problems,
    List<ProblemCount> problemCounts,
    IntakeCounts counts,
    List<RegionEffect> effects,
    String datasetKey,
    boolean publishable,
    List<Delivery> deliveries,
    Function<Path, Optional<Path>> refusedRows)
    implements IntakeReport {

  /** Copies the lists. */
  public BoundaryIntakeReport {
    mapping = List.copyOf(mapping);
    columns = List.copyOf(columns);
    problems = List.copyOf(problems);
    problemCounts = List.copyOf(problemCounts);
    effects = List.copyOf(effects);
    deliveries = List.copyOf(deliveries);
  }

  @Override
  public IntakeRoles roles() {
    return BoundaryRoles.ALL;
  }

  @Override
  public Optional<Path> writeRefused(Path folder) {
    return refusedRows.apply(folder);
  }
}
