package org.yunga.core.work;

import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** A question that can be understood, but takes more work than one question may. */
public final class TooMuchWorkException extends ExplainedException {

  /**
   * Ends the work.
   *
   * @param code snake case, stable; for programs
   * @param explanation what is too much, what is allowed, what to do
   */
  public TooMuchWorkException(String code, Bilingual explanation) {
    super(code, explanation);
  }
}
