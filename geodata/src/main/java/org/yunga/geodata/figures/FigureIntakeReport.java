package org.yunga.geodata.figures;

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
 * A table of figures in the words that all kinds of files share.
 *
 * @param table as it was read
 * @param figures what became of its cells
 * @param edition what publishing would do; empty when the columns were not recognised
 * @param refusedRows writes the rows that were refused into a folder
 */
public record FigureIntakeReport(
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
    FigureTable table,
    FigureReport figures,
    Optional<FigureEdition> edition,
    Function<Path, Optional<Path>> refusedRows)
    implements IntakeReport {

  /** Copies the lists. */
  public FigureIntakeReport {
    mapping = List.copyOf(mapping);
    columns = List.copyOf(columns);
    problems = List.copyOf(problems);
    problemCounts = List.copyOf(problemCounts);
    effects = List.copyOf(effects);
    deliveries = List.copyOf(deliveries);
  }

  @Override
  public IntakeKind kind() {
    return new IntakeKind.Figures();
  }

  @Override
  public IntakeRoles roles() {
    return HintsFromOptions.ROLES;
  }

  @Override
  public Optional<Path> writeRefused(Path folder) {
    return refusedRows.apply(folder);
  }
}
