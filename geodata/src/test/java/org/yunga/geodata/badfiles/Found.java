package org.yunga.geodata.badfiles;

import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.intake.IntakeProblem;
import org.yunga.geodata.intake.Severity;

/**
 * A problem as a user meets it.
 *
 * @param code stable name
 * @param row empty when it is of the whole file
 * @param text what was given, what is allowed, what to do
 * @param refused whether something was left out because of it
 */
record Found(
    String code, OptionalLong row, Optional<String> field, Bilingual text, boolean refused) {

  static Found of(IntakeProblem problem) {
    return new Found(
        problem.code(),
        problem.row(),
        problem.field(),
        problem.text(),
        problem.severity() == Severity.REFUSED);
  }

  static Found of(ExplainedException refusal) {
    return new Found(
        refusal.code(), OptionalLong.empty(), Optional.empty(), refusal.explanation(), true);
  }
}
