package org.yunga.core.aggregate;

/**
 * How many plots, rings and vertices there are. A plot has rings: closed ones of a polygon (the
 * closing vertex left out), open chains of a line, one vertex of a point.
 *
 * @param plots how many plots
 * @param rings how many rings they have
 * @param vertices how many vertices those have
 */
public record PlotCounts(int plots, int rings, int vertices) {

  /** Nothing. */
  public static final PlotCounts NONE = new PlotCounts(0, 0, 0);

  /** Spelled out as {@link #hashCode} is, because every start needs it: see RegionRef. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PlotCounts counts
        && plots == counts.plots
        && rings == counts.rings
        && vertices == counts.vertices;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * plots + rings) + vertices;
  }

  /** These and others. */
  public PlotCounts plus(PlotCounts other) {
    return new PlotCounts(
        Math.addExact(plots, other.plots),
        Math.addExact(rings, other.rings),
        Math.addExact(vertices, other.vertices));
  }
}
