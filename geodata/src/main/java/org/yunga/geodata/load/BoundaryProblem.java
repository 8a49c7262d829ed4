package org.yunga.geodata.load;

import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.IntakeProblem;

/**
 * A flaw in a file of boundaries: a record of its own kind, with place and remedy. The text is made
 * when the report is written.
 */
public sealed interface BoundaryProblem extends IntakeProblem
    permits BoundaryFileProblem,
        CoverageProblem,
        MembershipProblem,
        RegionCodeProblem,
        RegionGeometryProblem {

  /** Where in the file it is. */
  FeaturePlace where();

  /** What to do. */
  Bilingual advice();

  @Override
  default Optional<Bilingual> remedy() {
    return Optional.of(advice());
  }

  @Override
  default OptionalLong row() {
    return where().row();
  }

  @Override
  default Optional<String> field() {
    return Optional.empty();
  }

  @Override
  default Optional<String> value() {
    return Optional.empty();
  }
}
