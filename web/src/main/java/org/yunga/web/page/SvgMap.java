package org.yunga.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.web.http.Html;

/**
 * The outlines of a region set as one inline SVG in Web Mercator, as Leaflet will draw them. Whole
 * pixels and relative steps keep it small.
 */
final class SvgMap {

  /** Width of the drawing in its own units; the page scales it. */
  private static final int WIDTH = 700;

  /** The same for sets of so many regions that a fine drawing would be too long to send. */
  private static final int COARSE_WIDTH = 200;

  private static final int MANY_REGIONS = 100;

  private static final int MARGIN = 4;

  /** Width of a border as a share of the drawing: 0.75 px on a laptop. */
  private static final double STROKE_SHARE = 0.75 / 700;

  private final Snapshot snapshot;
  private final List<Region> regions;
  private final double west;
  private final double north;
  private final double scale;
  private final int width;
  private final int height;

  private SvgMap(Snapshot snapshot, List<Region> regions, Envelope extent) {
    this.snapshot = snapshot;
    this.regions = regions;
    this.west = extent.getMinX();
    this.north = mercator(extent.getMaxY());
    this.width = isCoarse() ? COARSE_WIDTH : WIDTH;
    this.scale = (width - 2 * MARGIN) / extent.getWidth();
    this.height = (int) Math.ceil((north - mercator(extent.getMinY())) * scale) + 2 * MARGIN;
  }

  private boolean isCoarse() {
    return regions.size() > MANY_REGIONS;
  }

  /**
   * Draws the regions that have an outline.
   *
   * @param fills value of the SVG attribute fill by region
   * @param label what a screen reader says instead
   * @return empty when no region has an outline
   */
  static Optional<String> draw(
      Snapshot snapshot, List<Region> regions, Map<RegionRef, String> fills, String label) {
    Envelope extent = new Envelope();
    regions.forEach(
        region ->
            snapshot
                .outline(region.ref())
                .ifPresent(outline -> extent.expandToInclude(outline.getEnvelopeInternal())));
    return extent.isNull()
        ? Optional.empty()
        : Optional.of(new SvgMap(snapshot, regions, extent).svg(fills, label));
  }

  private String svg(Map<RegionRef, String> fills, String label) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"first-map\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\""
                + " stroke=\"#fff\" stroke-width=\"%.2f\">",
            width,
            height,
            Html.escape(label),
            width * STROKE_SHARE));
    Map<String, StringBuilder> alike = new LinkedHashMap<>();
    for (Region region : regions) {
      String fill = fills.get(region.ref());
      // of many regions those of one fill are one shape, without the words around each
      String group = isCoarse() ? fill : fill + region.code();
      snapshot
          .outline(region.ref())
          .ifPresent(
              outline ->
                  alike
                      .computeIfAbsent(
                          group, key -> new StringBuilder("<path fill=\"" + fill + "\" d=\""))
                      .append(path(outline)));
    }
    alike.values().forEach(path -> svg.append(path).append("\"/>"));
    return svg.append("</svg>").toString();
  }

  private String path(Geometry outline) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) outline.getGeometryN(i);
      ring(path, polygon.getExteriorRing().getCoordinateSequence());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(path, polygon.getInteriorRingN(hole).getCoordinateSequence());
      }
    }
    return path.toString();
  }

  private void ring(StringBuilder path, CoordinateSequence points) {
    int x = x(points.getX(0));
    int y = y(points.getY(0));
    path.append('M').append(x).append(' ').append(y).append('l');
    boolean first = true;
    for (int i = 1; i < points.size() - 1; i++) {
      int stepX = x(points.getX(i)) - x;
      int stepY = y(points.getY(i)) - y;
      if (stepX != 0 || stepY != 0) {
        number(path, stepX, first);
        number(path, stepY, false);
        x += stepX;
        y += stepY;
        first = false;
      }
    }
    path.append(first ? "0 0z" : "z");
  }

  /** A minus sign separates numbers as well as a space does. */
  private static void number(StringBuilder path, int number, boolean first) {
    if (!first && number >= 0) {
      path.append(' ');
    }
    path.append(number);
  }

  private int x(double longitude) {
    return MARGIN + (int) Math.round((longitude - west) * scale);
  }

  private int y(double latitude) {
    return MARGIN + (int) Math.round((north - mercator(latitude)) * scale);
  }

  /** Northing of Web Mercator in degrees of longitude at the equator. */
  private static double mercator(double latitude) {
    double radians = Math.toRadians(latitude);
    return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + radians / 2)));
  }
}
