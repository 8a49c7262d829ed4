package org.yunga.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.yunga.core.Fixtures.wkt;

import java.util.Random;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.polygon.ConstrainedDelaunayTriangulator;

class EqualAreaFrameTest {

  private static final double METRES_PER_DEGREE = 111_000;
  private static final double PPM = 1e-6;

  /** What is left of the difference below: how an edge runs between two vertices. */
  @ParameterizedTest
  @CsvSource({"200, 5, 30", "151800, 12, 300", "35000000, 24, 300"})
  void areasAreExactWhenEdgesAreTheSame(double hectares, int vertices, int pieces) {
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      double latitude = -15 + random.nextDouble() * 11;
      Polygon coarse = blob(-74, latitude, hectares, vertices, 0.2, random);
      assertThat(deviation(coarse, pieces)).as("%s", coarse).isLessThan(0.01 * PPM);
    }
  }

  @Test
  void fieldsAgreeWithGeodesicArea() {
    Random random = new Random(22);
    double[] deviations =
        IntStream.range(0, 2000)
            .mapToObj(i -> field(random))
            .mapToDouble(field -> deviation(field, 1))
            .sorted()
            .toArray();
    assertThat(deviations[1000]).as("of half of the fields").isLessThan(0.1 * PPM);
    assertThat(deviations[1999]).as("of all fields").isLessThan(PPM);
  }

  private static Polygon field(Random random) {
    double hectares = 0.1 + random.nextDouble() * 4.9;
    double longitude = -81.3 + random.nextDouble() * 12.6;
    double latitude = -18.3 + random.nextDouble() * 18.3;
    return blob(longitude, latitude, hectares, 4 + random.nextInt(9), 0.2, random);
  }

  /** The bounds of the class comment: long edges are where this frame and geodesics part. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "detailed district,      151800, 300, 0.03,   1",
    "generalised district,   151800,  12,  0.4, 100",
    "a fourth of Peru,     35000000,  24,    0,  30",
  })
  void regionsAgreeWithGeodesicArea(
      String name, double hectares, int vertices, double raggedness, double ppm) {
    Random random = new Random(6);
    for (int i = 0; i < 200; i++) {
      double latitude = -15 + random.nextDouble() * 11;
      Polygon region = blob(-74, latitude, hectares, vertices, raggedness, random);
      assertThat(deviation(region, 1)).as("%s", region).isLessThan(ppm * PPM);
    }
  }

  /** 4 pi Rq²: Rq = 6,371,007.2 m is the radius of the sphere of the same area (Snyder, p. 16). */
  @Test
  void theWholeEllipsoidHasItsKnownArea() {
    double circumference = EqualAreaFrame.x(360);
    double squareKilometres = circumference * 2 * EqualAreaFrame.y(90) / 1e6;
    assertThat(squareKilometres).isCloseTo(510_065_621.7, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "'POLYGON ((-76 -8, -75 -8, -75 -7, -76 -7, -76 -8))', 1220639.942",
    "'POLYGON ((-76 -8, -76 -7, -75 -7, -75 -8, -76 -8))', 1220639.942",
    "'POLYGON EMPTY', 0",
    "'POINT (-76 -8)', 0",
    "'LINESTRING (-76 -8, -75 -8, -75 -7, -76 -8)', 0",
  })
  void measuresPolygonsWhicheverWayTheyTurn(String wkt, double hectares) {
    assertThat(EqualAreaFrame.hectares(wkt(wkt))).isCloseTo(hectares, within(0.001));
  }

  @Test
  void holesAreTakenOff() {
    String outer = "(-76 -8, -75 -8, -75 -7, -76 -7, -76 -8)";
    String hole = "(-75.8 -7.8, -75.8 -7.6, -75.5 -7.6, -75.8 -7.8)";
    double expected = hectares("POLYGON (" + outer + ")") - hectares("POLYGON (" + hole + ")");

    assertThat(hectares("POLYGON (" + outer + ", " + hole + ")"))
        .isCloseTo(expected, withPercentage(1e-10));
  }

  @Test
  void partsOfMultipolygonsAndCollectionsAreAdded() {
    String one = "((-76 -8, -75 -8, -75 -7, -76 -8))";
    String two = "((-72 -3, -71 -3, -71 -2, -72 -3))";
    double expected = hectares("POLYGON " + one) + hectares("POLYGON " + two);

    String multipolygon = "MULTIPOLYGON (" + one + ", " + two + ")";
    String collection =
        "GEOMETRYCOLLECTION (POLYGON %s, MULTIPOLYGON (%s), POINT (1 1))".formatted(one, two);
    String nested = "GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (" + multipolygon + "))";
    assertThat(hectares(multipolygon)).isCloseTo(expected, withPercentage(1e-10));
    assertThat(hectares(collection)).isCloseTo(expected, withPercentage(1e-10));
    assertThat(hectares(nested)).isCloseTo(expected, withPercentage(1e-10));
  }

  @Test
  void partsAddUpToTheWhole() {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Polygon whole = blob(-76, -9, 1_000 * Math.pow(4, i % 8), 200, 0.2, random);
      Geometry parts = ConstrainedDelaunayTriangulator.triangulate(whole);
      double sum = 0;
      for (int k = 0; k < parts.getNumGeometries(); k++) {
        sum += EqualAreaFrame.hectares(parts.getGeometryN(k));
      }
      assertThat(parts.getNumGeometries()).isEqualTo(198);
      assertThat(sum).isCloseTo(EqualAreaFrame.hectares(whole), withPercentage(1e-8));
    }
  }

  /** Areas taken after projecting and areas taken at once are the same. */
  @Test
  void projectedGeometryHasTheSameArea() {
    Geometry degrees = blob(-76, -9, 5_000, 50, 0.2, new Random(3));
    Geometry before = degrees.copy();

    Geometry metres = EqualAreaFrame.project(degrees);

    assertThat(metres.getArea() / 10_000)
        .isCloseTo(EqualAreaFrame.hectares(degrees), withPercentage(1e-7));
    assertThat(metres.getEnvelopeInternal().getMaxX())
        .isEqualTo(EqualAreaFrame.x(degrees.getEnvelopeInternal().getMaxX()));
    assertThat(degrees).isEqualTo(before);
  }

  @Test
  void northingIsThatOfSnydersFormula() {
    double e = Math.sqrt(6.69437999014e-3);
    for (double latitude = -90; latitude <= 90; latitude += 0.37) {
      double s = Math.sin(Math.toRadians(latitude));
      double q =
          (1 - e * e) * (s / (1 - e * e * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
      assertThat(EqualAreaFrame.y(latitude)).isCloseTo(6378137.0 * q / 2, within(5e-9));
    }
  }

  @Test
  void northingRisesWithLatitudeAndIsSymmetric() {
    double before = EqualAreaFrame.y(-90);
    for (double latitude = -89.9; latitude <= 90; latitude += 0.1) {
      double here = EqualAreaFrame.y(latitude);
      assertThat(here).as("y of %s", latitude).isGreaterThan(before);
      assertThat(here).isCloseTo(-EqualAreaFrame.y(-latitude), within(1e-6));
      before = here;
    }
    assertThat(EqualAreaFrame.y(0)).isZero();
  }

  private static double hectares(String wkt) {
    return EqualAreaFrame.hectares(wkt(wkt));
  }

  /** Relative difference from the geodesic area, each edge being cut into pieces in the frame. */
  private static double deviation(Polygon polygon, int pieces) {
    PolygonArea geodesic = new PolygonArea(Geodesic.WGS84, false);
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    for (int i = 0; i + 1 < ring.length; i++) {
      for (int k = 0; k < pieces; k++) {
        Coordinate point = between(ring[i], ring[i + 1], (double) k / pieces);
        geodesic.AddPoint(point.y, point.x);
      }
    }
    double expected = Math.abs(geodesic.Compute().area) / 10_000;
    return Math.abs(EqualAreaFrame.hectares(polygon) / expected - 1);
  }

  /** The point at a fraction of an edge that is straight in the frame. */
  private static Coordinate between(Coordinate from, Coordinate to, double fraction) {
    double x = from.x + fraction * (to.x - from.x);
    if (fraction == 0 || from.y == to.y) {
      return new Coordinate(x, from.y);
    }
    double wanted =
        EqualAreaFrame.y(from.y) + fraction * (EqualAreaFrame.y(to.y) - EqualAreaFrame.y(from.y));
    double low = Math.min(from.y, to.y);
    double high = Math.max(from.y, to.y);
    for (int step = 0; step < 55; step++) {
      double middle = (low + high) / 2;
      boolean below = EqualAreaFrame.y(middle) < wanted;
      low = below ? middle : low;
      high = below ? high : middle;
    }
    return new Coordinate(x, low);
  }

  /** A ragged shape of about so many hectares around a point. */
  private static Polygon blob(
      double longitude,
      double latitude,
      double hectares,
      int vertices,
      double raggedness,
      Random random) {
    double radius = Math.sqrt(hectares * 10_000 / Math.PI) / METRES_PER_DEGREE;
    double squeeze = Math.cos(Math.toRadians(latitude));
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double reach = radius * (1 + raggedness * (2 * random.nextDouble() - 1));
      ring[i] =
          new Coordinate(
              longitude + reach * Math.cos(angle) / squeeze, latitude + reach * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return new GeometryFactory().createPolygon(ring);
  }
}
