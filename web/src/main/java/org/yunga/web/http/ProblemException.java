package org.yunga.web.http;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

  private final transient Problem problem;
  private final int retrySeconds;

  /** Ends the request with this problem. */
  public ProblemException(Problem problem) {
    this(problem, 0);
  }

  /**
   * Ends the request with a problem that goes by itself.
   *
   * @param retrySeconds when to ask again; 0 when that is not known
   */
  public ProblemException(Problem problem, int retrySeconds) {
    super(problem.code() + ": " + problem.detail().en());
    this.problem = problem;
    this.retrySeconds = retrySeconds;
  }

  int retrySeconds() {
    return retrySeconds;
  }

  public Problem problem() {
    return problem;
  }
}
