package org.yunga.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Districts that fill a square of a degree without gaps or overlaps, each border a ragged line that
 * two of them share vertex by vertex. The code says row and column: {@code 2203}.
 */
public final class RaggedDistricts {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double WEST = -76;
  private static final double SOUTH = -8;
  private static final int STEPS = 20;

  private final Random random;
  private final int side;
  private final Coordinate[][] corners;

  private RaggedDistricts(long seed, int side) {
    this.random = new Random(seed);
    this.side = side;
    this.corners = new Coordinate[side + 1][side + 1];
    for (int row = 0; row <= side; row++) {
      for (int column = 0; column <= side; column++) {
        corners[row][column] =
            new Coordinate(WEST + (column + jitter()) / side, SOUTH + (row + jitter()) / side);
      }
    }
  }

  /** So many by so many of them. */
  public static List<Region> of(long seed, int side) {
    return new RaggedDistricts(seed, side).regions();
  }

  /** Whether it does not lie at the edge of six by six. */
  public static boolean isInTheMiddle(RegionRef ref) {
    return ref.code().matches("22[1-4][1-4]..");
  }

  private double jitter() {
    return 0.3 * (random.nextDouble() - 0.5);
  }

  private List<Region> regions() {
    Coordinate[][][] flat = new Coordinate[side + 1][side][];
    Coordinate[][][] steep = new Coordinate[side][side + 1][];
    for (int row = 0; row <= side; row++) {
      for (int column = 0; column < side; column++) {
        flat[row][column] = line(corners[row][column], corners[row][column + 1]);
      }
    }
    for (int row = 0; row < side; row++) {
      for (int column = 0; column <= side; column++) {
        steep[row][column] = line(corners[row][column], corners[row + 1][column]);
      }
    }
    List<Region> regions = new ArrayList<>();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        List<Coordinate> ring = new ArrayList<>();
        add(ring, flat[row][column], true);
        add(ring, steep[row][column + 1], true);
        add(ring, flat[row + 1][column], false);
        add(ring, steep[row][column], false);
        ring.add(ring.get(0));
        Geometry outline = FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
        regions.add(region("22%d%d01".formatted(row, column), outline));
      }
    }
    return regions;
  }

  private static Region region(String code, Geometry outline) {
    return new Region(
        new RegionRef("districts", code),
        "District " + code,
        Optional.empty(),
        Optional.empty(),
        new Place.Boundary(outline, EqualAreaFrame.hectares(outline)),
        List.of());
  }

  /** All but the last vertex of a line, forwards or backwards. */
  private static void add(List<Coordinate> ring, Coordinate[] line, boolean forwards) {
    for (int i = 0; i < line.length - 1; i++) {
      ring.add(forwards ? line[i] : line[line.length - 1 - i]);
    }
  }

  private Coordinate[] line(Coordinate from, Coordinate to) {
    Coordinate[] line = new Coordinate[STEPS + 1];
    line[0] = from;
    line[STEPS] = to;
    for (int i = 1; i < STEPS; i++) {
      double share = (double) i / STEPS;
      double off = 0.02 * (random.nextDouble() - 0.5) / side;
      line[i] =
          new Coordinate(
              from.x + share * (to.x - from.x) + off, from.y + share * (to.y - from.y) + off);
    }
    return line;
  }
}
