package org.yunga.core.dataset;

/**
 * A kind of problem that a dataset was published with.
 *
 * @param code of the kind, snake case
 * @param count how many there were
 */
public record AcceptedProblem(String code, long count) {

  /** Checks the code and the count. */
  public AcceptedProblem {
    if (!code.matches("[a-z][a-z0-9_]*") || count < 1) {
      throw new IllegalArgumentException("Not a counted problem: " + code + " x " + count);
    }
  }
}
