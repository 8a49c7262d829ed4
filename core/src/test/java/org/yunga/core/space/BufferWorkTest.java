package org.yunga.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.yunga.core.text.Bilingual;
import org.yunga.core.work.Patience;
import org.yunga.core.work.TooMuchWorkException;

/** What takes long is done in steps whose number follows that of the parts, and can be stopped. */
class BufferWorkTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static Geometry points(int count) {
    Random random = new Random(1);
    Point[] points = new Point[count];
    for (int i = 0; i < count; i++) {
      points[i] =
          FACTORY.createPoint(
              new Coordinate(-75 + random.nextDouble() * 0.5, -8 + random.nextDouble() * 0.5));
    }
    return FACTORY.createMultiPoint(points);
  }

  private static Geometry ragged(int vertices) {
    Random random = new Random(2);
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double radius = 0.2 * (0.5 + 0.5 * random.nextDouble());
      ring[i] = new Coordinate(-74.5 + radius * Math.cos(angle), -8 + radius * Math.sin(angle));
    }
    ring[vertices] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  private static Patience counting(AtomicInteger steps, int most) {
    return () -> {
      if (steps.incrementAndGet() > most) {
        throw new TooMuchWorkException("enough", Bilingual.same("enough"));
      }
    };
  }

  @Test
  void thousandsOfCirclesOverEachOtherTakeStepsByTheirNumber() {
    AtomicInteger steps = new AtomicInteger();

    Geometry buffer = GeodesicBuffer.of(points(500), 50_000, counting(steps, 10_000));

    assertThat(buffer.isValid()).isTrue();
    assertThat(steps.get()).isBetween(500, 1_100);
  }

  @Test
  void patienceEnds() {
    AtomicInteger steps = new AtomicInteger();

    assertThatThrownBy(() -> GeodesicBuffer.of(points(500), 50_000, counting(steps, 40)))
        .isInstanceOf(TooMuchWorkException.class);
    assertThat(steps.get()).isEqualTo(41);
  }

  /** The same ground as when all of it is buffered at once, which takes seconds. */
  @Test
  void aRaggedOutlineIsBufferedByPieces() {
    Geometry outline = ragged(600);
    AtomicInteger steps = new AtomicInteger();

    Geometry buffer = GeodesicBuffer.of(outline, 30_000, counting(steps, 1_000));

    assertThat(steps.get()).as("pieces and unions").isGreaterThan(20);
    TransverseMercator frame = new TransverseMercator(-74.5);
    Geometry plane = FrameChange.of(outline, 1_000, frame::forward);
    Geometry atOnce = BufferOp.bufferOp(plane, 30_000, new BufferParameters(64));
    Geometry inPlane = FrameChange.of(buffer, 1_000, frame::forward);
    assertThat(inPlane.symDifference(atOnce).getArea() / atOnce.getArea())
        .isCloseTo(0, within(0.003));
  }
}
