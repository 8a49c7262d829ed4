package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.plot.Plot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.sample.SampleData;

/** The same questions answered plot by plot, by overlay. */
final class BruteForce {

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  /** Answers are rounded to this. */
  private static final double ROUNDING = 1e-8;

  /** Totals of one kind and year. */
  static final class Sum {
    private long count;
    private double hectares;

    long count() {
      return count;
    }

    double hectares() {
      return hectares;
    }
  }

  private final List<Plot> plots;

  BruteForce(List<Plot> plots) {
    this.plots = plots;
  }

  static List<Plot> samplePlots(int count, long seed) {
    List<Plot> plots = new ArrayList<>();
    new SampleData().plots(count, seed).forEach(plots::add);
    return plots;
  }

  static String key(String kind, int year) {
    return kind + " " + year;
  }

  /** Totals of all plots by kind and year. */
  Map<String, Sum> whole() {
    Map<String, Sum> sums = new TreeMap<>();
    for (Plot plot : plots) {
      Sum sum = sums.computeIfAbsent(key(plot.kind(), plot.year()), key -> new Sum());
      sum.count++;
      sum.hectares += EqualAreaFrame.project(plot.geometry()).getArea() / SQUARE_METRES_PER_HECTARE;
    }
    return sums;
  }

  /** Totals within a polygon in degrees, by kind and year; all kinds and years are there. */
  Map<String, Sum> inside(Geometry degrees) {
    Geometry query = EqualAreaFrame.project(degrees);
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(query);
    Map<String, Sum> sums = new TreeMap<>();
    for (Plot plot : plots) {
      Sum sum = sums.computeIfAbsent(key(plot.kind(), plot.year()), key -> new Sum());
      Geometry metres = EqualAreaFrame.project(plot.geometry());
      if (!metres.getEnvelopeInternal().intersects(query.getEnvelopeInternal())) {
        continue;
      }
      if (locator.locate(InteriorPoint.getInteriorPoint(metres)) == Location.INTERIOR) {
        sum.count++;
      }
      sum.hectares +=
          OverlayNGRobust.overlay(metres, query, OverlayNG.INTERSECTION).getArea()
              / SQUARE_METRES_PER_HECTARE;
    }
    return sums;
  }

  /** Compares rows of an answer, all kinds and years, with totals made here. */
  static void assertSame(JsonNode rows, Map<String, Sum> expected) {
    assertThat(rows).hasSize(expected.size());
    for (JsonNode row : rows) {
      String key = key(row.get("kind").asText(), row.get("year").asInt());
      Sum sum = expected.get(key);
      assertThat(sum).as(key).isNotNull();
      assertThat(row.get("count").asLong()).as(key + " count").isEqualTo(sum.count);
      assertThat(row.get("hectares").asDouble())
          .as(key + " hectares")
          .isCloseTo(sum.hectares, within(Math.max(2 * ROUNDING, 1e-9 * sum.hectares)));
      String state = sum.count == 0 && sum.hectares == 0 ? "zero" : "value";
      assertThat(row.get("state").asText()).as(key).isEqualTo(state);
    }
  }

  /** A star-shaped polygon whose corners lie inside some plots, so that its border cuts them. */
  static Polygon throughPlots(List<Plot> plots) {
    List<Coordinate> corners =
        plots.stream()
            .map(
                plot -> {
                  Coordinate inside = InteriorPoint.getInteriorPoint(plot.geometry());
                  Coordinate corner = plot.geometry().getCoordinate();
                  return new Coordinate(
                      inside.x + (corner.x - inside.x) / 3, inside.y + (corner.y - inside.y) / 3);
                })
            .collect(Collectors.toCollection(ArrayList::new));
    double x = corners.stream().mapToDouble(c -> c.x).average().orElseThrow();
    double y = corners.stream().mapToDouble(c -> c.y).average().orElseThrow();
    corners.sort(
        (a, b) -> Double.compare(Math.atan2(a.y - y, a.x - x), Math.atan2(b.y - y, b.x - x)));
    corners.add(corners.get(0).copy());
    Polygon polygon =
        plots.get(0).geometry().getFactory().createPolygon(corners.toArray(Coordinate[]::new));
    assertThat(polygon.isValid()).isTrue();
    return polygon;
  }

  /** GeoJSON with all digits. */
  static String geoJson(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return "{\"type\":\"Polygon\",\"coordinates\":" + rings(polygon) + "}";
    }
    List<String> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      polygons.add(rings((Polygon) geometry.getGeometryN(i)));
    }
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", polygons) + "]}";
  }

  private static String rings(Polygon polygon) {
    List<String> rings = new ArrayList<>();
    rings.add(ring(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(ring(polygon.getInteriorRingN(i)));
    }
    return "[" + String.join(",", rings) + "]";
  }

  private static String ring(LinearRing ring) {
    return Arrays.stream(ring.getCoordinates())
        .map(c -> String.format(Locale.ROOT, "[%s,%s]", c.x, c.y))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
