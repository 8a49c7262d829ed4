package org.yunga.core.figure;

/** How far a figure can be relied on within its series; from the strongest to the weakest. */
public enum Status {
  FINAL,
  /** Published before the final report. */
  PRELIMINARY,
  /** A rounded, first-published or doubtful variant that is kept beside the better one. */
  ALTERNATIVE
}
