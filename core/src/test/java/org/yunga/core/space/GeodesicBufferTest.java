package org.yunga.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.wkt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.text.ExplainedException;

/** Buffers against geodesic distances of GeographicLib. */
class GeodesicBufferTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static double distance(Coordinate a, Coordinate b) {
    GeodesicData line = Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE);
    return line.s12;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 50, 5_000, 30_000, 100_000})
  void everyVertexRoundAPointLiesAtTheDistance(double metres) {
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      Coordinate centre =
          new Coordinate(-180 * random.nextDouble() + 90, 140 * random.nextDouble() - 70);
      Geometry buffer = GeodesicBuffer.of(FACTORY.createPoint(centre), metres);

      int vertices = 4 * GeodesicBuffer.SEGMENTS + 1;
      assertThat(buffer.getNumPoints()).isGreaterThanOrEqualTo(vertices);
      // where edges are long vertices stand in their middle too, which is nearer
      double nearer = buffer.getNumPoints() == vertices ? 5e-5 : 0.00125;
      for (Coordinate vertex : buffer.getCoordinates()) {
        assertThat(distance(centre, vertex))
            .isBetween(metres * (1 - nearer) - 1e-6, metres * (1 + 5e-5) + 1e-6);
      }
      double circle = Math.PI * metres * metres / 10_000;
      double area = EqualAreaFrame.hectares(buffer);
      assertThat(area / circle).isCloseTo(1 - 0.0016, within(1e-4));
    }
  }

  /** Each row: what lies within the distance of it, strips, holes and bays included. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LINESTRING (-76 -9, -75.9 -9.05, -75.95 -9.2) | 700",
        "LINESTRING (-79.3 -4.2, -74.1 -12.6, -70.2 -13) | 100000",
        "LINESTRING (-79.3 -12.2, -70.2 -12.2) | 2000",
        "POLYGON ((-76 -9, -75.97 -9, -75.96 -8.97, -75.98 -8.95, -76 -8.97, -76 -9)) | 5000",
        "POLYGON ((-76 -9, -75 -9, -75 -8, -76 -8, -76 -9),"
            + " (-75.8 -8.8, -75.8 -8.2, -75.2 -8.2, -75.2 -8.8, -75.8 -8.8)) | 12000",
        "POLYGON ((-79 -14, -74 -13, -71 -16, -73 -8, -76 -10, -79 -14)) | 40000",
        "MULTIPOLYGON (((-76 -9, -75.9 -9, -75.9 -8.9, -76 -9)),"
            + " ((-72.5 -9, -72.4 -9, -72.4 -8.9, -72.5 -9))) | 3000",
        "MULTIPOINT ((-76 -9), (-75.99 -9), (-72.3 -11)) | 1500",
        "POLYGON ((20 60, 26 60.2, 25 68, 21 67, 20 60)) | 25000"
      })
  void holdsWhatLiesWithinTheDistance(String shape, double metres) {
    Geometry geometry = wkt(shape);
    Geometry buffer = GeodesicBuffer.of(geometry, metres);
    assertThat(buffer.isValid()).isTrue();

    List<Coordinate> border = samples(geometry, metres / 30);
    var inBuffer = new IndexedPointInAreaLocator(buffer);
    Random random = new Random(7);
    int near = 0;
    while (near < 300) {
      Coordinate of = border.get(random.nextInt(border.size()));
      GeodesicData to =
          Geodesic.WGS84.Direct(
              of.y, of.x, 360 * random.nextDouble(), metres * (0.98 + 0.04 * random.nextDouble()));
      Coordinate point = new Coordinate(to.lon2, to.lat2);
      double nearest = geometry.covers(FACTORY.createPoint(point)) ? 0 : nearest(point, border);
      if (nearest < metres * (1 - 0.0022)) {
        assertThat(inBuffer.locate(point)).as("%s at %s", point, nearest).isZero();
      } else if (nearest > metres * (1 + 0.001)) {
        assertThat(inBuffer.locate(point)).as("%s at %s", point, nearest).isEqualTo(2);
      }
      near += nearest > 0.97 * metres ? 1 : 0;
    }
  }

  /** Points along the outline, as its edges run in the equal-area frame. */
  private static List<Coordinate> samples(Geometry geometry, double step) {
    Geometry plane = EqualAreaFrame.project(geometry);
    Geometry dense = geometry.getDimension() == 0 ? plane : Densifier.densify(plane, step);
    return List.of(EqualAreaFrame.unproject(dense).getCoordinates());
  }

  /** Geodesic distance to the nearest samples, which a plane round the point tells well enough. */
  private static double nearest(Coordinate point, List<Coordinate> border) {
    double shrink = Math.cos(Math.toRadians(point.y));
    double[] rough =
        border.stream()
            .mapToDouble(at -> Math.hypot((at.x - point.x) * shrink, at.y - point.y))
            .toArray();
    double limit = Arrays.stream(rough).min().orElseThrow() * 1.03;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rough.length; i++) {
      nearest = rough[i] > limit ? nearest : Math.min(nearest, distance(point, border.get(i)));
    }
    return nearest;
  }

  @Test
  void aHoleClosesUpWhenItIsNarrowerThanTwiceTheDistance() {
    Geometry ring =
        wkt(
            "POLYGON ((-76 -9, -75.8 -9, -75.8 -8.8, -76 -8.8, -76 -9),"
                + " (-75.93 -8.93, -75.93 -8.87, -75.87 -8.87, -75.87 -8.93, -75.93 -8.93))");

    assertThat(holes(GeodesicBuffer.of(ring, 3_200))).isEqualTo(1);
    assertThat(holes(GeodesicBuffer.of(ring, 3_400))).isZero();
  }

  private static int holes(Geometry polygon) {
    return polygon.getBoundary().getNumGeometries() - 1;
  }

  @Test
  void aLargerDistanceHoldsMoreAndAlwaysTheGeometryItself() {
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      List<Coordinate> corners = new ArrayList<>();
      double size = Math.pow(10, -3 + 3.3 * random.nextDouble());
      for (int k = 0; k < 12; k++) {
        double radius = size * (0.2 + random.nextDouble());
        corners.add(
            new Coordinate(
                -75 + radius * Math.cos(k * Math.PI / 6),
                -10 + radius * Math.sin(k * Math.PI / 6)));
      }
      corners.add(corners.get(0));
      Geometry shape = FACTORY.createPolygon(corners.toArray(Coordinate[]::new));
      double metres = Math.pow(10, 5 * random.nextDouble());
      Geometry small = EqualAreaFrame.project(GeodesicBuffer.of(shape, metres));
      Geometry large =
          EqualAreaFrame.project(GeodesicBuffer.of(shape, Math.min(1e5, metres * 1.5)));

      assertThat(small.covers(EqualAreaFrame.project(shape))).as("%s", shape).isTrue();
      assertThat(large.covers(small) || metres == 1e5).as("%s", shape).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LINESTRING (-75 -9, -75 -9)",
        "LINESTRING (-75 -9, -74.99 -9, -75 -9)",
        "MULTIPOINT ((-75 -9), (-75 -9))",
        "POLYGON ((-75 -9, -75 -9, -75 -9, -75 -9))"
      })
  void degenerateShapes(String shape) {
    Geometry buffer = GeodesicBuffer.of(wkt(shape), 1_000);

    assertThat(buffer.isValid()).isTrue();
    assertThat(EqualAreaFrame.hectares(buffer)).isBetween(300.0, 600.0);
  }

  /** Bays much finer than the distance cost nothing, and change nothing that could be told. */
  @Test
  void anOutlineOfTensOfThousandsOfVertices() {
    Geometry coarse = ragged(new Random(5), 200);
    Geometry fine = ragged(new Random(5), 40_000);

    double area = EqualAreaFrame.hectares(GeodesicBuffer.of(coarse, 5_000));
    assertThat(EqualAreaFrame.hectares(GeodesicBuffer.of(fine, 5_000)) / area)
        .isCloseTo(1, within(0.02));
  }

  private static Geometry ragged(Random random, int corners) {
    Coordinate[] points = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = 1.2 + 0.3 * Math.sin(9 * angle) + 0.002 * random.nextDouble() / corners;
      points[i] = new Coordinate(-75 + radius * Math.cos(angle), -10 + radius * Math.sin(angle));
    }
    points[corners] = points[0].copy();
    return FACTORY.createPolygon(points);
  }

  @ParameterizedTest
  @CsvSource({
    "POINT (-75 79.9), 100000, buffer_near_pole",
    "POINT (-75 -89), 1, buffer_near_pole",
    "POINT (179.95 10), 10000, buffer_crosses_antimeridian",
    "POINT (-179.5 -60), 100000, buffer_crosses_antimeridian"
  })
  void whereNoFrameReachesItIsRefused(String point, double metres, String code) {
    assertThatThrownBy(() -> GeodesicBuffer.of(wkt(point), metres))
        .isInstanceOfSatisfying(
            ExplainedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.99, 100_001, Double.NaN, Double.POSITIVE_INFINITY})
  void aDistanceOutOfRangeIsRefused(double metres) {
    assertThatThrownBy(() -> GeodesicBuffer.of(wkt("POINT (-75 -9)"), metres))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingHasNoBuffer() {
    assertThatThrownBy(() -> GeodesicBuffer.of(wkt("POLYGON EMPTY"), 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
