package org.yunga.geodata.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yunga.core.dataset.Delivery;

/** What somebody brought, recognised and checked against a release; nothing is written yet. */
public interface IntakeReport {

  /** What the file brings. */
  IntakeKind kind();

  /** What is known of the file. */
  FileFacts file();

  /** What its columns were taken for, in the order of the file; constants after them. */
  List<MappedColumn> mapping();

  /** Names of all columns of the file, without that of geometries, in its order. */
  List<String> columns();

  /** What else can be said of files of this kind. */
  IntakeRoles roles();

  /** What was found, of the whole file first, then by row; bounded, see {@link #problemCounts}. */
  List<IntakeProblem> problems();

  /** How often each kind of problem was found. */
  List<ProblemCount> problemCounts();

  /** How much of it is good, and what it would change. */
  IntakeCounts counts();

  /** What would become of totals by department, where something changes. */
  List<RegionEffect> effects();

  /** Key of the dataset that it would be. */
  String datasetKey();

  /**
   * Whether it may go in as it is: something was accepted, and nothing was refused, or the user
   * wants what is good of it.
   */
  boolean publishable();

  /** What to publish, all together or not at all; empty when it is not publishable. */
  List<Delivery> deliveries();

  /**
   * Writes the rows that were refused as a file of the same format, with two more columns that say
   * why, in Spanish and in English. Never takes the place of another file.
   *
   * @param folder where to write
   * @return the file; empty when no row was refused, or nothing but the whole file is wrong
   */
  Optional<Path> writeRefused(Path folder);

  /** How often something was refused. */
  default long refusals() {
    return problemCounts().stream()
        .filter(count -> count.severity() == Severity.REFUSED)
        .mapToLong(ProblemCount::count)
        .sum();
  }
}
