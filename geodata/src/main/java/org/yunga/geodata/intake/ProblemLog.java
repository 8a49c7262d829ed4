package org.yunga.geodata.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.dataset.AcceptedProblem;

/**
 * Keeps the first problems of each kind and counts all, so that a file with a million flaws takes
 * no more memory than one with a hundred. For one thread.
 */
public final class ProblemLog {

  /** Of each kind so many are kept. */
  public static final int KEPT_OF_A_KIND = 100;

  private final int keptOfAKind;
  private final List<IntakeProblem> kept = new ArrayList<>();
  private final Map<String, ProblemCount> counts = new LinkedHashMap<>();

  /** Keeps {@value #KEPT_OF_A_KIND} of each kind. */
  public ProblemLog() {
    this(KEPT_OF_A_KIND);
  }

  /**
   * @param keptOfAKind how many of each kind to keep
   */
  public ProblemLog(int keptOfAKind) {
    this.keptOfAKind = keptOfAKind;
  }

  /** Counts a problem, and keeps it when there are few of its kind. */
  public void add(IntakeProblem problem) {
    ProblemCount one = new ProblemCount(problem.code(), problem.severity(), 1);
    ProblemCount now = counts.merge(problem.code(), one, ProblemLog::sum);
    if (now.count() <= keptOfAKind) {
      kept.add(problem);
    }
  }

  private static ProblemCount sum(ProblemCount before, ProblemCount one) {
    Severity worst =
        one.severity().compareTo(before.severity()) > 0 ? one.severity() : before.severity();
    return new ProblemCount(before.code(), worst, before.count() + one.count());
  }

  /** What was kept: of the whole file first, then in the order of the rows. */
  public List<IntakeProblem> problems() {
    return kept.stream()
        .sorted(Comparator.comparingLong(problem -> problem.row().orElse(-1)))
        .toList();
  }

  /** All kinds in the order in which they were first found. */
  public List<ProblemCount> counts() {
    return List.copyOf(counts.values());
  }

  /** As the store keeps them with a dataset. */
  public static List<AcceptedProblem> accepted(List<ProblemCount> counts) {
    return counts.stream()
        .sorted(Comparator.comparing(ProblemCount::code))
        .map(count -> new AcceptedProblem(count.code(), count.count()))
        .toList();
  }
}
