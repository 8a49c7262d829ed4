package org.yunga.core.monitor;

/**
 * How two versions of a region set lie on each other.
 *
 * @param regionSet the set
 * @param lineMetres how far two surveys may draw one line apart: ground narrower than this was
 *     drawn anew, wider ground has moved
 */
public record CrosswalkQuery(String regionSet, double lineMetres) {

  /**
   * Twice the 430 m by which PSAD56 read as WGS 84 is off, rounded up: a whole set that was shifted
   * so, or drawn by another hand, is not taken for a change of the law.
   */
  public static final double LINE_METRES = 1_000;

  /** Most that may be taken for another hand. */
  public static final double MOST_LINE_METRES = 50_000;

  /** Checks the width. */
  public CrosswalkQuery {
    if (!(lineMetres >= 0 && lineMetres <= MOST_LINE_METRES)) {
      throw new IllegalArgumentException("0 to 50,000 m, not " + lineMetres);
    }
  }

  /** With the usual width. */
  public CrosswalkQuery(String regionSet) {
    this(regionSet, LINE_METRES);
  }
}
