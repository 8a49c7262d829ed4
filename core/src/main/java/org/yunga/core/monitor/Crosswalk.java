package org.yunga.core.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.region.Region;

/**
 * How two versions of a region set lie on each other. The pieces of a region, of either version,
 * add up to it to a billionth, unless regions of the other version lie over each other.
 *
 * @param lineMetres ground narrower than this was drawn anew
 * @param pieces by the order of the version before, then of the one after; ground that only the
 *     version after has is last
 * @param changes one for each code, in the order of the version before, then new ones
 */
public record Crosswalk(double lineMetres, List<Piece> pieces, List<Change> changes) {

  /** Copies the lists. */
  public Crosswalk {
    pieces = List.copyOf(pieces);
    changes = List.copyOf(changes);
  }

  /** What became of a piece of ground. */
  public enum PieceFate {
    /** It is in the region of the same code. */
    KEPT,
    /** A strip along a border: the same line, drawn by another hand. */
    REDRAWN,
    /** Too wide for that, or half of a region and more: it was given to another region. */
    MOVED
  }

  /**
   * Ground of one region of each version.
   *
   * @param before empty for ground that no region had
   * @param after empty for ground that no region has any more
   * @param hectares in the equal-area frame
   * @param shareOfBefore 0 to 1; empty without a region before
   * @param shareOfAfter 0 to 1; empty without a region after
   * @param fate what became of it
   * @param place a point in it, of ground that moved; longitude, latitude
   */
  public record Piece(
      Optional<Region> before,
      Optional<Region> after,
      double hectares,
      OptionalDouble shareOfBefore,
      OptionalDouble shareOfAfter,
      PieceFate fate,
      Optional<Coordinate> place) {}

  /** What became of a region. */
  public enum RegionFate {
    /** Nothing, or less than a ten-thousandth of its area. */
    SAME,
    /** Its border was drawn anew; no piece was given away or taken. */
    REDRAWN,
    /** It gave or took a piece: a change of the law. */
    CHANGED_BY_LAW,
    /** There was no region of this code. */
    CREATED,
    /** There is none any more. */
    ENDED,
    /** Boundaries of both versions are not known. */
    NOT_COMPARED
  }

  /**
   * What became of the region of a code.
   *
   * @param code the code
   * @param before as it was
   * @param after as it is
   * @param fate what became of it
   * @param redrawnHectares it lost or gained along its border
   * @param movedHectares it gave or took
   */
  public record Change(
      String code,
      Optional<Region> before,
      Optional<Region> after,
      RegionFate fate,
      double redrawnHectares,
      double movedHectares) {

    /** Whether the region has another name now. */
    public boolean isRenamed() {
      return before.isPresent()
          && after.isPresent()
          && !before.get().name().equals(after.get().name());
    }
  }
}
