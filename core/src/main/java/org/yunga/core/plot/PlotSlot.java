package org.yunga.core.plot;

import java.util.Comparator;

/**
 * Kind and year of plots: what totals are given by.
 *
 * @param kind id of the kind
 * @param year the year they were measured in
 */
public record PlotSlot(String kind, int year) implements Comparable<PlotSlot> {

  /** What the id of a kind looks like. */
  static final String KIND = "[a-z][a-z0-9_]*";

  private static final Comparator<PlotSlot> ORDER =
      Comparator.comparing(PlotSlot::kind).thenComparing(PlotSlot::year);

  static PlotSlot of(Plot plot) {
    return new PlotSlot(plot.kind(), plot.year());
  }

  /** Spelled out as {@link #hashCode} is, because every start needs it: see RegionRef. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PlotSlot slot && year == slot.year && kind.equals(slot.kind);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + year;
  }

  /** By kind, then by year. */
  @Override
  public int compareTo(PlotSlot other) {
    return ORDER.compare(this, other);
  }
}
