package org.yunga.geodata.bulk;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What a total is of.
 *
 * @param regionSet id; empty for all plots, wherever they lie
 * @param region code; empty for what lies outside of all regions of the set
 * @param form {@code area}, {@code line} or {@code point}
 * @param kind of the plots
 * @param year of the plots
 */
record Cell(String regionSet, String region, String form, String kind, int year)
    implements Serializable, Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::regionSet)
          .thenComparing(Cell::region)
          .thenComparing(Cell::kind)
          .thenComparing(Cell::form)
          .thenComparing(Cell::year);

  /** All plots, wherever they lie. */
  static Cell whole(String form, String kind, int year) {
    return new Cell("", "", form, kind, year);
  }

  boolean isWhole() {
    return regionSet.isEmpty();
  }

  /** The same kind and year elsewhere. */
  Cell at(String otherSet, String otherRegion) {
    return new Cell(otherSet, otherRegion, form, kind, year);
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
