package org.yunga.geodata.load;

import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.intake.Severity;

/** Not one feature of a file can be used; the report says why, feature by feature. */
public final class BoundariesRefusedException extends ExplainedException {

  private static final long serialVersionUID = 1L;

  private final transient BoundaryReport report;

  BoundariesRefusedException(BoundaryReport report) {
    super("boundaries_refused", text(report));
    this.report = report;
  }

  public BoundaryReport report() {
    return report;
  }

  private static Bilingual text(BoundaryReport report) {
    Bilingual first =
        report.problems().stream()
            .filter(problem -> problem.severity() == Severity.REFUSED)
            .findFirst()
            .map(BoundaryProblem::text)
            .orElseGet(() -> Bilingual.same("-"));
    return new Bilingual(
        "Ninguna de las "
            + report.features()
            + " entidades de "
            + report.file()
            + " se puede usar; no se cargó nada. La primera: "
            + first.es(),
        "Not one of the "
            + report.features()
            + " features of "
            + report.file()
            + " can be used; nothing was loaded. The first: "
            + first.en());
  }
}
