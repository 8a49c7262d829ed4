package org.yunga.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class MapFrameTest {

  private static final Envelope PERU = new Envelope(-81.4, -68.6, -18.4, 0);

  private final MapFrame map = new MapFrame(PERU, new Rectangle2D.Double(20, 30, 120, 200));

  /** WGS 84: from the equator to 10° along a meridian 1,105,854.83 m, 1° of it 111,319.49 m. */
  @Test
  void lengthsInTheMiddleAreThoseOfTheGround() {
    double south = map.place(-75, 0).distance(map.place(-75, -10));
    double east = map.place(-75, 0).distance(map.place(-74, 0));

    assertThat(south).isCloseTo(map.length(1_105_854.83), within(1e-3));
    assertThat(east).isCloseTo(map.length(111_319.49), within(1e-3));
  }

  @Test
  void lengthsAtTheEdgesOfPeruAreAtMostSixPerThousandTooLong() {
    double east = map.place(-69.6, 0).distance(map.place(-68.6, 0)) / map.length(111_319.49);

    assertThat(east).isBetween(1.0, 1.0065);
  }

  @Test
  void theScaleHasTwoDigits() {
    assertThat(map.scale()).isEqualTo(12_000_000);
  }

  @ParameterizedTest
  @CsvSource({"-81.4,0", "-81.4,-18.4", "-68.6,0", "-68.6,-18.4", "-75,-9"})
  void theExtentIsInTheFrameAndComesBack(double lon, double lat) {
    Point2D place = map.place(lon, lat);
    Coordinate back = map.ground(place.getX(), place.getY());

    assertThat(map.frame().contains(place)).isTrue();
    assertThat(back.x).isCloseTo(lon, within(1e-9));
    assertThat(back.y).isCloseTo(lat, within(1e-9));
  }
}
