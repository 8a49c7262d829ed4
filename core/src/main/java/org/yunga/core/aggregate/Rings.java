package org.yunga.core.aggregate;

import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.CoordinateSequence;

/** Which way rings run. */
public final class Rings {

  private Rings() {}

  /**
   * Whether a ring has to be turned round to run the given way. Told by the signed area, which also
   * holds for a ring that touches itself.
   */
  public static boolean turn(CoordinateSequence ring, boolean counterClockwise) {
    // JTS takes clockwise as positive
    return Area.ofRingSigned(ring) < 0 != counterClockwise;
  }
}
