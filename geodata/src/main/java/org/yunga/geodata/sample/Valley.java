package org.yunga.geodata.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.ValueState;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;

/**
 * Where hamlets lie: a production zone, as a blot along its river.
 *
 * @param centre the zone's point of reference
 * @param weight its part of all hamlets
 * @param along how far the hamlets spread along the river, metres
 */
record Valley(Coordinate centre, double weight, double along) {

  /** Across the river they spread less. */
  static final double SLENDERNESS = 0.28;

  /** Rivers of the eastern slope run from south-east to north-west: radians from the east. */
  static final double COURSE = Math.toRadians(120);

  private static final String ZONES = "production-zones";
  private static final String INDICATOR = "coca_area";

  /** A zone of which no area is known still has some hamlets. */
  private static final double LEAST_WEIGHT = 300;

  private static final double LEAST_ALONG = 12_000;
  private static final double MORE_ALONG = 80_000;

  /** The zones that have a point of reference, as heavy as the largest area ever reported there. */
  static List<Valley> of(Delivery reference) {
    Map<String, Double> areas = new HashMap<>();
    for (Figure figure : reference.figures()) {
      Figure.Key key = figure.key();
      if (key.region().regionSet().equals(ZONES)
          && key.indicator().equals(INDICATOR)
          && key.measure() == Measure.ACTUAL
          && figure.state() == ValueState.VALUE) {
        areas.merge(key.region().code(), figure.value().orElseThrow(), Math::max);
      }
    }
    List<Region> zones =
        reference.regions().stream()
            .filter(region -> region.ref().regionSet().equals(ZONES))
            .filter(region -> region.place() instanceof Place.ReferencePoint)
            .toList();
    double total = 0;
    for (Region zone : zones) {
      total += weight(areas, zone);
    }
    List<Valley> valleys = new ArrayList<>();
    for (Region zone : zones) {
      Place.ReferencePoint point = (Place.ReferencePoint) zone.place();
      double weight = weight(areas, zone) / total;
      valleys.add(
          new Valley(
              new CoordinateXY(point.longitude(), point.latitude()),
              weight,
              LEAST_ALONG + MORE_ALONG * Math.sqrt(weight)));
    }
    return valleys;
  }

  private static double weight(Map<String, Double> areas, Region zone) {
    return Math.max(LEAST_WEIGHT, areas.getOrDefault(zone.code(), 0.0));
  }

  /** A place in the valley. */
  Coordinate place(Chance chance) {
    double down = along * chance.gauss();
    double aside = along * SLENDERNESS * chance.gauss();
    double cos = StrictMath.cos(COURSE);
    double sin = StrictMath.sin(COURSE);
    return Ground.moved(centre, down * cos - aside * sin, down * sin + aside * cos);
  }
}
