package org.yunga.web.api;

/** How many corners of outlines that need repair one request may still bring. */
final class RepairBudget {

  private int left = Limits.REPAIRED_VERTICES;

  /** Takes what one outline needs; false when it is too much. */
  boolean take(int vertices) {
    left -= vertices;
    return left >= 0;
  }
}
