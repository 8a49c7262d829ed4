package org.yunga.web.sheet;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.space.TransverseMercator;

/**
 * Where ground lies on the page: transverse Mercator about the meridian in the middle of what is
 * shown, so that one scale bar serves the whole sheet. For Peru as a whole lengths at its edges are
 * 0.6 % too long; angles are true.
 */
final class MapFrame {

  /** Points on each side of what is shown, since its sides are curves on the page. */
  private static final int SAMPLES = 16;

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.UP);

  private final TransverseMercator projection;
  private final Rectangle2D frame;
  private final double centreEast;
  private final double centreNorth;
  private final double scale;

  /**
   * A frame that holds all of an extent.
   *
   * @param extent longitude and latitude in degrees
   * @param frame where on the page, in millimetres
   */
  MapFrame(Envelope extent, Rectangle2D frame) {
    this.frame = frame;
    this.projection = new TransverseMercator(extent.centre().getX());
    Envelope metres = new Envelope();
    for (int i = 0; i <= SAMPLES; i++) {
      double lon = extent.getMinX() + extent.getWidth() * i / SAMPLES;
      double lat = extent.getMinY() + extent.getHeight() * i / SAMPLES;
      metres.expandToInclude(metres(lon, extent.getMinY()));
      metres.expandToInclude(metres(lon, extent.getMaxY()));
      metres.expandToInclude(metres(extent.getMinX(), lat));
      metres.expandToInclude(metres(extent.getMaxX(), lat));
    }
    this.centreEast = metres.centre().getX();
    this.centreNorth = metres.centre().getY();
    double least =
        1000
            * Math.max(
                metres.getWidth() / frame.getWidth(), metres.getHeight() / frame.getHeight());
    this.scale = new BigDecimal(least).round(TWO_DIGITS).doubleValue();
  }

  private Coordinate metres(double longitude, double latitude) {
    double[] point = {longitude, latitude};
    projection.forward(point);
    return new Coordinate(point[0], point[1]);
  }

  /** Where it is on the page. */
  Rectangle2D frame() {
    return frame;
  }

  /** The denominator of the scale, rounded up to two digits: 8,500,000. */
  double scale() {
    return scale;
  }

  /** Millimetres on the page for a distance in metres. */
  double length(double metres) {
    return metres * 1000 / scale;
  }

  /** The place on the page of a point on the ground. */
  Point2D place(double longitude, double latitude) {
    Coordinate metres = metres(longitude, latitude);
    return new Point2D.Double(
        frame.getCenterX() + length(metres.x - centreEast),
        frame.getCenterY() - length(metres.y - centreNorth));
  }

  /** The point on the ground at a place on the page. */
  Coordinate ground(double x, double y) {
    double[] point = {
      centreEast + (x - frame.getCenterX()) * scale / 1000,
      centreNorth - (y - frame.getCenterY()) * scale / 1000
    };
    projection.inverse(point);
    return new Coordinate(point[0], point[1]);
  }

  /** What is seen, in degrees. */
  Envelope extent() {
    Envelope extent = new Envelope();
    for (int i = 0; i <= SAMPLES; i++) {
      double x = frame.getMinX() + frame.getWidth() * i / SAMPLES;
      double y = frame.getMinY() + frame.getHeight() * i / SAMPLES;
      extent.expandToInclude(ground(x, frame.getMinY()));
      extent.expandToInclude(ground(x, frame.getMaxY()));
      extent.expandToInclude(ground(frame.getMinX(), y));
      extent.expandToInclude(ground(frame.getMaxX(), y));
    }
    return extent;
  }

  /** The outline of an area, its holes left out. */
  Shape shape(Geometry area) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        ring(path, polygon.getExteriorRing().getCoordinateSequence());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(path, polygon.getInteriorRingN(hole).getCoordinateSequence());
        }
      }
    }
    return path;
  }

  private void ring(Path2D path, CoordinateSequence points) {
    for (int i = 0; i < points.size() - 1; i++) {
      Point2D place = place(points.getX(i), points.getY(i));
      if (i == 0) {
        path.moveTo(place.getX(), place.getY());
      } else {
        path.lineTo(place.getX(), place.getY());
      }
    }
    path.closePath();
  }
}
