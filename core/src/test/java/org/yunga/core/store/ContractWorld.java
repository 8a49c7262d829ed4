package org.yunga.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotForm;
import org.yunga.core.plot.PlotKind;
import org.yunga.core.plot.PlotValue;
import org.yunga.core.text.Bilingual;

/**
 * Plots and grounds on which everything that computes totals must agree: most on a coarse grid, so
 * that edges run along each other, corners touch and points lie on borders; some anywhere.
 * Longitude and latitude, all valid, the same for the same seed.
 */
public final class ContractWorld {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double WEST = -76;
  private static final double SOUTH = -8;

  /** Side of a grid cell in degrees, a power of two so that corners are exact. */
  private static final double STEP = 1.0 / 64;

  private static final int CELLS = 24;

  private final Random random;

  /** The world of a seed. */
  public ContractWorld(long seed) {
    random = new Random(seed);
  }

  /** Areas with values that borders share, areas without, lines, points with values. */
  public static List<PlotKind> kinds() {
    return List.of(
        kind("area", PlotForm.AREA, Optional.of(Sharing.BY_SIZE)),
        kind("family", PlotForm.AREA, Optional.of(Sharing.WITH_POINT)),
        kind("road", PlotForm.LINE, Optional.of(Sharing.BY_SIZE)),
        kind("well", PlotForm.POINT, Optional.of(Sharing.BY_SIZE)));
  }

  private static PlotKind kind(String id, PlotForm form, Optional<Sharing> sharing) {
    Bilingual name = new Bilingual(id + " (es)", id);
    return new PlotKind(
        id, name, "YlOrBr", form, sharing.map(how -> new PlotValue(name, "ha", how)));
  }

  /** Some hundred plots. */
  public List<Plot> plots() {
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String kind = i % 3 == 0 ? "family" : "area";
      plots.add(new Plot(kind, 2020 + i % 2, i % 5 == 0 ? ragged() : onGrid(3, 0.6), value(i)));
    }
    for (int i = 0; i < 150; i++) {
      plots.add(new Plot("road", 2020 + i % 2, i % 5 == 0 ? slanting() : path(), value(i)));
    }
    for (int i = 0; i < 150; i++) {
      plots.add(new Plot("well", 2020, FACTORY.createPoint(i % 5 == 0 ? anywhere() : corner())));
    }
    plots.add(new Plot("area", 2021, square(0, 0, CELLS)));
    return plots;
  }

  private OptionalDouble value(int i) {
    return i % 4 == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(1_000_000) / 1e3);
  }

  /** Grounds drawn anywhere, overlapping each other. */
  public List<Geometry> grounds() {
    List<Geometry> grounds = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      grounds.add(onGrid(8, 0.7));
      grounds.add(ragged());
    }
    grounds.add(outline());
    grounds.add(square(0, 0, CELLS));
    grounds.add(square(-9, -9, 1));
    return grounds;
  }

  /** Grounds that share borders but no ground, and leave some out. */
  public static List<Geometry> division() {
    List<Geometry> division = new ArrayList<>();
    for (int column = 0; column < CELLS; column += 4) {
      for (int row = 0; row < CELLS - 4; row += 4) {
        division.add(triangle(column, row, 4, 0));
        division.add(triangle(column, row, 4, 1));
      }
    }
    return division;
  }

  /** Triangles of the grid made one: holes, several parts, corners that touch. */
  private Geometry onGrid(int most, double share) {
    int cells = 1 + random.nextInt(most);
    int column = random.nextInt(CELLS);
    int row = random.nextInt(CELLS);
    List<Geometry> triangles = new ArrayList<>();
    while (triangles.isEmpty()) {
      for (int i = 0; i < 2 * cells * cells; i++) {
        if (random.nextDouble() < share) {
          triangles.add(triangle(column + i / 2 % cells, row + i / 2 / cells, 1, i % 2));
        }
      }
    }
    return FACTORY.buildGeometry(triangles).union();
  }

  private static Geometry triangle(int column, int row, int size, int which) {
    Coordinate from = at(column, row);
    Coordinate to = at(column + size, row + size);
    Coordinate corner = which == 0 ? at(column + size, row) : at(column, row + size);
    return FACTORY.createPolygon(new Coordinate[] {from, to, corner, from});
  }

  private static Geometry square(int column, int row, int size) {
    return FACTORY.toGeometry(new Envelope(at(column, row), at(column + size, row + size)));
  }

  /** A star with a hole, anywhere. */
  private Geometry ragged() {
    Coordinate middle = anywhere();
    Geometry star = star(9 + random.nextInt(8), STEP * (0.2 + 2 * random.nextDouble()), middle);
    Geometry hole =
        AffineTransformation.scaleInstance(0.3, 0.3, middle.x, middle.y).transform(star);
    return random.nextBoolean() ? star : star.difference(hole);
  }

  /** Of many vertices, so that it is cut into pieces. */
  private Geometry outline() {
    return star(3_000, STEP * CELLS / 3, at(CELLS / 2, CELLS / 2));
  }

  private Geometry star(int corners, double size, Coordinate middle) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = size * (0.7 + 0.3 * random.nextDouble());
      ring[i] =
          new Coordinate(middle.x + radius * Math.cos(angle), middle.y + radius * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  /** A way from corner to corner, mostly along edges of the grid. */
  private Geometry path() {
    int column = random.nextInt(CELLS);
    int row = random.nextInt(CELLS);
    List<Coordinate> way = new ArrayList<>(List.of(at(column, row)));
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      boolean east = i % 2 == 0;
      column += east ? 1 + random.nextInt(2) : 0;
      row += east ? 0 : 1 + random.nextInt(2);
      way.add(at(column, row));
    }
    return FACTORY.createLineString(way.toArray(Coordinate[]::new));
  }

  private Geometry slanting() {
    return FACTORY.createLineString(new Coordinate[] {anywhere(), corner(), anywhere()});
  }

  private Coordinate corner() {
    // half of them in the middle of an edge
    return new Coordinate(
        WEST + STEP * random.nextInt(2 * CELLS) / 2, SOUTH + STEP * random.nextInt(CELLS));
  }

  private Coordinate anywhere() {
    return new Coordinate(
        WEST + STEP * CELLS * random.nextDouble(), SOUTH + STEP * CELLS * random.nextDouble());
  }

  private static Coordinate at(int column, int row) {
    return new Coordinate(WEST + STEP * column, SOUTH + STEP * row);
  }
}
