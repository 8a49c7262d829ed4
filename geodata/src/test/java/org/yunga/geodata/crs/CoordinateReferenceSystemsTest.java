package org.yunga.geodata.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.text.ExplainedException;

class CoordinateReferenceSystemsTest {

  /** A millimetre in degrees. */
  private static final double MILLIMETRE = 1e-8;

  private static final double SCALE_OF_UTM = 0.9996;

  private static CoordinateFrame frame(String name) {
    return CoordinateReferenceSystems.of(Optional.of(name));
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void noNameIsLonLat() {
    assertThat(CoordinateReferenceSystems.of(Optional.empty()).isLonLat()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CRS84",
        "OGC:CRS84",
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:OGC::CRS84",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "EPSG:4326",
        "epsg:4326",
        "urn:ogc:def:crs:EPSG::4326",
        "https://www.opengis.net/def/crs/EPSG/0/4326"
      })
  void theseNamesAreLonLat(String name) {
    assertThat(frame(name).isLonLat()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:ogc:def:crs:EPSG::32718", "EPSG:32718", "EPSG:5387"})
  void zone18SouthMeetsTheMeridianArcOnItsCentralMeridian(String name) {
    double arc = Geodesic.WGS84.Inverse(0, -75, -12, -75).s12;
    double northing = 10_000_000 - SCALE_OF_UTM * arc;

    Coordinate lonLat =
        frame(name).toLonLat(wkt("POINT (500000 " + northing + ")")).orElseThrow().getCoordinate();

    assertThat(lonLat.x).isCloseTo(-75, within(MILLIMETRE));
    assertThat(lonLat.y).isCloseTo(-12, within(MILLIMETRE));
  }

  @Test
  void transformsPolygonsWithHolesAndLeavesTheGivenOneAlone() {
    String text =
        "MULTIPOLYGON (((400000 8600000, 600000 8600000, 600000 8800000, 400000 8600000),"
            + " (550000 8620000, 560000 8630000, 560000 8620000, 550000 8620000)))";
    Geometry utm = wkt(text);

    Geometry lonLat = frame("EPSG:32718").toLonLat(utm).orElseThrow();

    assertThat(lonLat.getNumPoints()).isEqualTo(8);
    assertThat(lonLat.getEnvelopeInternal().getMinX()).isBetween(-76.0, -75.0);
    assertThat(lonLat.getEnvelopeInternal().getMaxY()).isBetween(-12.0, -10.0);
    assertThat(utm).hasToString(text);
  }

  @Test
  void psad56LiesSome430MetresOff() {
    Geometry utm = wkt("POINT (400000 8700000)");
    Coordinate old = frame("EPSG:24878").toLonLat(utm).orElseThrow().getCoordinate();
    Coordinate wgs84 = frame("EPSG:32718").toLonLat(utm).orElseThrow().getCoordinate();

    assertThat(Geodesic.WGS84.Inverse(old.y, old.x, wgs84.y, wgs84.x).s12)
        .isCloseTo(430, within(20.0));
  }

  @Test
  void coordinatesThatDoNotFitTheSystemGiveNothing() {
    assertThat(frame("EPSG:24892").toLonLat(wkt("POINT (1e12 1e12)"))).isEmpty();
  }

  @Test
  void theDeprecated5388IsReadAs5839AndSaysSo() {
    CoordinateFrame frame = frame("EPSG:5388");

    assertThat(frame.name()).isEqualTo("EPSG:5839");
    assertThat(frame.replaced()).contains("EPSG:5388");
    assertThat(frame.toLonLat(wkt("POINT (500000 9000000)")).orElseThrow().getCoordinate().x)
        .isCloseTo(-81, within(MILLIMETRE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:999999", "ETRS89", "EPSG:", "{\"type\":\"link\"}"})
  void unknownNamesAreExplained(String name) {
    assertThatThrownBy(() -> frame(name))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("crs_unknown");
              assertThat(e.explanation().es()).contains(name, "EPSG:32718", "exporte");
              assertThat(e.explanation().en()).contains(name, "EPSG:32718", "export");
            });
  }
}
