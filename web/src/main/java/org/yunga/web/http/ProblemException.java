package org.yunga.web.http;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

  private final transient Problem problem;

  /** Ends the request with this problem. */
  public ProblemException(Problem problem) {
    super(problem.code() + ": " + problem.detail().en());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
