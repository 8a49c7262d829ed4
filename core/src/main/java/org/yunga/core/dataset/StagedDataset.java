package org.yunga.core.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.yunga.core.audit.Actor;

/**
 * What somebody brought and nobody published yet: in the store, in no release.
 *
 * @param number counts up from 1 and is never given twice
 * @param by who brought it
 * @param at when
 * @param base number of the release that it was checked against; 0 when there was none
 * @param parts the datasets that it becomes when it is published; none while the file is not
 *     understood
 * @param report what the check found, for people and programs; the store keeps it as it is
 * @param release the release that it was published in; empty while it waits
 */
public record StagedDataset(
    long number,
    Actor by,
    Instant at,
    long base,
    List<Part> parts,
    String report,
    OptionalLong release) {

  /** Copies the list. */
  public StagedDataset {
    parts = List.copyOf(parts);
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(release, "release");
  }

  /** Whether it waits to be published or discarded. */
  public boolean isWaiting() {
    return release.isEmpty();
  }

  /**
   * One dataset of it.
   *
   * @param dataset what it will be
   * @param counts what it holds
   * @param problems what is wrong with it and is accepted by publishing it
   */
  public record Part(Dataset dataset, KeptDataset.Counts counts, List<AcceptedProblem> problems) {

    /** Copies the list. */
    public Part {
      problems = List.copyOf(problems);
    }
  }
}
