package org.yunga.geodata.plots;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.crs.CoordinateReferenceSystems;

/** Systems that a file may be in instead of the one it names. */
final class OtherFrames {

  /** The zones of Peru in one datum each: 17S, 18S, 19S. */
  private static final List<List<String>> ZONES =
      List.of(
          List.of("EPSG:32717", "EPSG:32718", "EPSG:32719"),
          List.of("EPSG:24877", "EPSG:24878", "EPSG:24879"),
          List.of("EPSG:5839", "EPSG:5387", "EPSG:5389"));

  /** PSAD56 of the same kind of coordinates. */
  private static final Map<String, String> PSAD56 =
      Map.of(
          "OGC:CRS84", "EPSG:4248",
          "EPSG:32717", "EPSG:24877",
          "EPSG:32718", "EPSG:24878",
          "EPSG:32719", "EPSG:24879",
          "EPSG:5839", "EPSG:24877",
          "EPSG:5387", "EPSG:24878",
          "EPSG:5389", "EPSG:24879");

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Map<String, CoordinateFrame> FRAMES = new ConcurrentHashMap<>();

  private OtherFrames() {}

  /** The other zones of the same datum; none when the system is no zone of Peru. */
  static List<String> otherZones(String system) {
    return ZONES.stream()
        .filter(zones -> zones.contains(system))
        .flatMap(List::stream)
        .filter(zone -> !zone.equals(system))
        .toList();
  }

  /** The zones of WGS 84, which most files are in. */
  static List<String> wgs84Zones() {
    return ZONES.get(0);
  }

  static Optional<String> psad56(String system) {
    return Optional.ofNullable(PSAD56.get(system));
  }

  /** Whether a system is longitude, latitude, WGS 84. */
  static boolean isLonLat(String system) {
    return system.equals("OGC:CRS84");
  }

  /**
   * Where a point would lie if its coordinates were of a system; empty where that does not hold.
   */
  static Optional<Coordinate> lonLat(String system, Coordinate given) {
    CoordinateFrame frame =
        FRAMES.computeIfAbsent(system, name -> CoordinateReferenceSystems.of(Optional.of(name)));
    Geometry point = FACTORY.createPoint(new CoordinateXY(given));
    synchronized (frame) { // GeoTools does not promise more
      return frame.toLonLat(point).map(Geometry::getCoordinate);
    }
  }
}
