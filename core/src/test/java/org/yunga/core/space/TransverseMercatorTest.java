package org.yunga.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

class TransverseMercatorTest {

  private static final TransverseMercator FRAME = new TransverseMercator(-75);

  private static double[] forward(double longitude, double latitude) {
    double[] point = {longitude, latitude};
    FRAME.forward(point);
    return point;
  }

  @Test
  void thereAndBackIsTheSamePlace() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double longitude = -77.5 + 5 * random.nextDouble();
      double latitude = -84 + 168 * random.nextDouble();
      double[] point = forward(longitude, latitude);
      FRAME.inverse(point);
      assertThat(point[0]).isCloseTo(longitude, within(1e-10));
      assertThat(point[1]).isCloseTo(latitude, within(1e-10));
    }
  }

  @Test
  void distancesAlongTheMeridianAreTrue() {
    for (double latitude = -80; latitude <= 80; latitude += 0.37) {
      double metres = Geodesic.WGS84.Inverse(0, -75, latitude, -75).s12;
      double[] point = forward(-75, latitude);
      assertThat(point[0]).isZero();
      assertThat(Math.abs(point[1])).isCloseTo(metres, within(1e-6));
    }
  }

  /** Scale x²/2R², whichever way a short line runs. */
  @Test
  void shortDistancesGrowAsTold() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      double longitude = -76.2 + 2.4 * random.nextDouble();
      double latitude = -20 + 40 * random.nextDouble();
      var to = Geodesic.WGS84.Direct(latitude, longitude, 360 * random.nextDouble(), 100);
      double[] a = forward(longitude, latitude);
      double[] b = forward(to.lon2, to.lat2);
      double scale = 1 + Math.pow((a[0] + b[0]) / 2, 2) / 2 / 6_371_000.0 / 6_371_000.0;
      assertThat(Math.hypot(b[0] - a[0], b[1] - a[1])).isCloseTo(100 * scale, within(5e-4));
    }
  }
}
