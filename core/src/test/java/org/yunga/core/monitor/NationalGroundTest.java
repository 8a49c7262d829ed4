package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.PERU;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.space.EqualAreaFrame;

/** A ragged country, and a district that claims ground beyond it; JTS is the oracle. */
class NationalGroundTest {

  private static final long SEED = 11;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Geometry COUNTRY = star(new Random(SEED), -75, -9, 5, 700);
  private static final Geometry DISTRICT =
      star(new Random(SEED + 1), -70, -9, 0.8, 90).difference(COUNTRY);

  /** Both in metres. */
  private static final Geometry ALL =
      OverlayNGRobust.overlay(
          EqualAreaFrame.project(COUNTRY), EqualAreaFrame.project(DISTRICT), OverlayNG.UNION);

  private static final NationalGround GROUND =
      NationalGround.of(
          snapshot(
              catalogue(),
              List.of(
                  bounded(PERU, "Perú", COUNTRY.toText()),
                  bounded(SAN_MARTIN, "Inner", star(new Random(SEED), -75, -9, 1, 40).toText()),
                  bounded(ref("districts/220101"), "Beyond", DISTRICT.toText()),
                  bounded(
                      ref("zones/Z"), "At sea", "POLYGON ((-90 -9, -89 -9, -89 -8, -90 -9))"))));

  /** A ring round a point with corners at random distances of half to all of a radius. */
  private static Geometry star(Random random, double x, double y, double radius, int corners) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double away = radius * (0.5 + random.nextDouble() / 2);
      ring[i] = new Coordinate(x + away * Math.cos(angle), y + away * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static Optional<OutsideGround> outside(Geometry degrees) {
    return GROUND.outside(EqualAreaFrame.project(degrees));
  }

  @Test
  void itIsWhatAnOverlayLeaves() {
    Random random = new Random(SEED + 2);
    int across = 0;
    for (int i = 0; i < 300; i++) {
      double x = -82 + 14 * random.nextDouble();
      double y = -16 + 14 * random.nextDouble();
      Geometry asked = star(random, x, y, Math.pow(10, -3 + 4 * random.nextDouble()), 25);
      Geometry metres = EqualAreaFrame.project(asked);
      double expected =
          OverlayNGRobust.overlay(metres, ALL, OverlayNG.DIFFERENCE).getArea() / 10_000;

      OutsideGround told = outside(asked).orElseThrow();

      double area = metres.getArea() / 10_000;
      assertThat(told.hectares())
          .as(asked.toText())
          .isCloseTo(expected, within(1e-9 * area + 1e-6));
      assertThat(told.isAll()).isEqualTo(!metres.intersects(ALL));
      boolean isInside = ALL.covers(metres);
      if (isInside) {
        assertThat(told.hectares()).as(asked.toText()).isZero();
      }
      across += isInside || told.isAll() ? 0 : 1;
    }
    assertThat(across).isGreaterThan(50);
  }

  @Test
  void groundOfTheCountryItselfIsInside() {
    assertThat(outside(COUNTRY).orElseThrow().hectares()).isZero();
    assertThat(outside(COUNTRY).orElseThrow().of().es()).isEqualTo("Perú");
  }

  @Test
  void theWholeWorldCanBeAskedAbout() {
    Geometry world = FACTORY.toGeometry(new Envelope(-180, 180, -90, 90));

    assertThat(outside(world).orElseThrow().hectares())
        .isCloseTo(EqualAreaFrame.hectares(world) - ALL.getArea() / 10_000, within(1e-2));
  }
}
