package org.yunga.geodata.figures;

import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.intake.IntakeProblem;

/** What is wrong, or odd, in a table of figures. The text is made when it is asked for. */
public sealed interface FigureProblem extends IntakeProblem
    permits RegionProblem, ValueProblem, TableProblem, EditionProblem {

  /** Where it is. */
  CellPlace place();

  /** What was given, what is allowed, what was done or is to be done. */
  Bilingual explanation();

  @Override
  default OptionalLong row() {
    return place().row();
  }

  @Override
  default Optional<String> field() {
    return place().column();
  }

  @Override
  default Optional<String> value() {
    return place().value();
  }

  @Override
  default Bilingual message() {
    return explanation();
  }

  /** The message says it. */
  @Override
  default Optional<Bilingual> remedy() {
    return Optional.empty();
  }
}
