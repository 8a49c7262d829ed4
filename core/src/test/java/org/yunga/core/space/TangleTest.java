package org.yunga.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Work is counted before it is done. */
class TangleTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Geometry circle(int vertices) {
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      ring[i] = new Coordinate(Math.cos(angle), Math.sin(angle));
    }
    ring[vertices] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  /** Slanting teeth, valid, whose boxes all lie over each other. */
  private static Geometry comb(int teeth) {
    Coordinate[] ring = new Coordinate[2 * teeth + 4];
    for (int i = 0; i < teeth; i++) {
      ring[2 * i] = new Coordinate((double) i / teeth, 0);
      ring[2 * i + 1] = new Coordinate(2 + (i + 0.5) / teeth, 1);
    }
    ring[2 * teeth] = new Coordinate(4, 1);
    ring[2 * teeth + 1] = new Coordinate(4, -1);
    ring[2 * teeth + 2] = new Coordinate(0, -1);
    ring[2 * teeth + 3] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  @Test
  void aPlainOutlineHasAFewPairsForEachEdge() {
    assertThat(Tangle.exceeds(circle(10_000), 20_000)).isFalse();
  }

  @Test
  void edgesThatAllRunPastEachOtherHaveTheSquareOfTheirNumber() {
    assertThat(comb(100).isValid()).isTrue();
    assertThat(Tangle.exceeds(comb(100), 100_000)).isFalse();
    assertThat(Tangle.exceeds(comb(2_000), 2_000_000)).isTrue();
  }

  @Test
  void fartherIsMore() {
    Geometry apart =
        FACTORY.createMultiLineString(
            Arrays.asList(0, 10, 20).stream()
                .map(
                    x ->
                        FACTORY.createLineString(
                            new Coordinate[] {new Coordinate(x, 0), new Coordinate(x + 1, 1)}))
                .toArray(LineString[]::new));

    assertThat(Tangle.exceeds(apart, 3, 0)).isFalse();
    assertThat(Tangle.exceeds(apart, 3, 30)).isTrue();
  }
}
