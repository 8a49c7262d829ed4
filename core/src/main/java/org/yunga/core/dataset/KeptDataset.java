package org.yunga.core.dataset;

import java.time.Instant;
import java.util.List;
import org.yunga.core.audit.Actor;

/**
 * A dataset with all that a store knows of it.
 *
 * @param dataset what it is
 * @param by who brought it
 * @param at when it came
 * @param counts what it holds
 * @param problems what was wrong with it and was accepted
 * @param contentSha256 hash over all its rows, as the audit holds it
 * @param firstRelease the first release that held it
 * @param lastRelease the last one that did; the newest one when it is in force
 * @param inForce whether the newest release holds it
 */
public record KeptDataset(
    Dataset dataset,
    Actor by,
    Instant at,
    Counts counts,
    List<AcceptedProblem> problems,
    String contentSha256,
    long firstRelease,
    long lastRelease,
    boolean inForce) {

  /** Copies the list. */
  public KeptDataset {
    problems = List.copyOf(problems);
  }

  /**
   * How much a dataset holds.
   *
   * @param figures reported values
   * @param regions regions or boundaries
   * @param plots plots
   */
  public record Counts(long figures, long regions, long plots) {}
}
