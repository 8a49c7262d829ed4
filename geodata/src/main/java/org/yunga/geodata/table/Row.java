package org.yunga.geodata.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One row or feature.
 *
 * @param number as people count it in this format: 1 for the first feature; for sheets and CSV the
 *     number of the line, the head being line 1
 * @param geometry two ordinates each, in the coordinates of the file; empty when the row has none,
 *     or one that cannot be read (then a flaw says so)
 * @param values one for each column, null where there is none or it could not be read; not to be
 *     changed, neither by the one who made the row
 * @param flaws what is wrong with it, repaired or not
 */
public record Row(
    long number, Optional<Geometry> geometry, List<Object> values, List<RowFlaw> flaws) {

  /** A row without flaws. */
  public static Row of(long number, Optional<Geometry> geometry, Object... values) {
    return new Row(
        number, geometry, Collections.unmodifiableList(Arrays.asList(values)), List.of());
  }

  /** The same row at another place. */
  public Row withGeometry(Optional<Geometry> other) {
    return new Row(number, other, values, flaws);
  }

  /** Whether something in the row could not be read, so that a part of it is lost. */
  public boolean isDamaged() {
    for (RowFlaw flaw : flaws) {
      if (!flaw.isRepaired()) {
        return true;
      }
    }
    return false;
  }
}
