package org.yunga.core.monitor;

import java.util.Optional;

/**
 * Which regions share ground.
 *
 * @param regionSet a set
 * @param with another one, or the same
 * @param toleranceHectares less ground than this is a sliver: counted and summed, not listed
 * @param region code of the one region of the first set that is asked about; empty for all
 */
public record OverlapsQuery(
    String regionSet, String with, double toleranceHectares, Optional<String> region) {

  /** Most that may be taken for a sliver. */
  public static final double MOST_TOLERANCE = 100_000;

  /** Checks the tolerance. */
  public OverlapsQuery {
    if (!(toleranceHectares >= 0 && toleranceHectares <= MOST_TOLERANCE)) {
      throw new IllegalArgumentException("0 to 100,000 ha, not " + toleranceHectares);
    }
  }
}
