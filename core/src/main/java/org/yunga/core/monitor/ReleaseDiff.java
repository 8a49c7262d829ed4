package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;

/**
 * What became of one release in another. What is the same in both is left out, but counted.
 *
 * @param before the release compared with
 * @param after the release that is looked at
 * @param datasetsOut datasets of the first only
 * @param datasetsIn datasets of the second only
 * @param figures figures that are not the same, in the order of the catalogue
 * @param sameFigures how many are
 * @param regions regions that are not the same
 * @param sameRegions how many are
 * @param sums sums over a region set in which a figure differs
 */
public record ReleaseDiff(
    Release before,
    Release after,
    List<Dataset> datasetsOut,
    List<Dataset> datasetsIn,
    List<FigureChange> figures,
    int sameFigures,
    List<RegionChange> regions,
    int sameRegions,
    List<SumChange> sums) {

  /** Copies the lists. */
  public ReleaseDiff {
    datasetsOut = List.copyOf(datasetsOut);
    datasetsIn = List.copyOf(datasetsIn);
    figures = List.copyOf(figures);
    regions = List.copyOf(regions);
    sums = List.copyOf(sums);
  }

  /** What became of a figure. */
  public enum FigureFate {
    ADDED,
    REMOVED,
    /** Another value or state. */
    CHANGED,
    /** The same value with another method, status, source or note. */
    REDESCRIBED
  }

  /**
   * A figure that is not the same.
   *
   * @param fate what became of it
   * @param before as it was; empty when it is new
   * @param after as it is; empty when it is gone
   * @param region the region, named as it is, or was
   * @param difference new less old where both have a value, in the indicator's unit
   */
  public record FigureChange(
      FigureFate fate,
      Optional<Figure> before,
      Optional<Figure> after,
      Region region,
      OptionalDouble difference) {

    /** What it is a figure of. */
    public Figure.Key key() {
      return after.or(() -> before).orElseThrow().key();
    }
  }

  /** What became of a region. */
  public enum RegionFate {
    ADDED,
    REMOVED,
    RENAMED,
    /** Another boundary, or one where there was none, or none where there was one. */
    OUTLINE_CHANGED
  }

  /**
   * A region that is not the same.
   *
   * @param fate what became of it; of a region with another name and outline the outline is told
   * @param before as it was
   * @param after as it is
   * @param movedHectares ground that belongs to only one of both outlines: a redrawn line has some
   *     although the area is the same
   */
  public record RegionChange(
      RegionFate fate,
      Optional<Region> before,
      Optional<Region> after,
      OptionalDouble movedHectares) {

    /** As it is, or was. */
    public Region region() {
      return after.or(() -> before).orElseThrow();
    }
  }

  /**
   * What a sum consists of.
   *
   * @param indicator an indicator that may be summed over regions
   * @param measure actual, target or baseline
   * @param series who measured
   * @param regionSet the set that is summed over
   * @param period the span
   */
  public record SumKey(
      String indicator, Measure measure, String series, String regionSet, Period period) {}

  /**
   * A sum over the regions of a set.
   *
   * @param key of what
   * @param before sum of the values there were
   * @param regionsBefore how many regions had one
   * @param after sum of the values there are
   * @param regionsAfter how many regions have one
   */
  public record SumChange(
      SumKey key, double before, int regionsBefore, double after, int regionsAfter) {

    /** New less old. */
    public double difference() {
      return FigureTables.denoised(after - before);
    }
  }
}
