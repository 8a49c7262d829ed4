package org.yunga.web.sheet;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.locationtech.jts.geom.Envelope;

/** Meridians and parallels, named at the lower and the left side of the map. */
final class Graticule {

  private static final double[] STEPS = {10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01};
  private static final int LEAST_LINES = 4;
  private static final int SAMPLES = 64;
  private static final double WIDTH = 0.1;
  private static final TextStyle LABEL = TextStyle.plain(5.5, Ink.SOFT);

  private final MapFrame map;
  private final Rectangle2D frame;
  private final Envelope extent;
  private final double step;
  private final boolean spanish;

  Graticule(MapFrame map, String language) {
    this.map = map;
    this.frame = map.frame();
    this.extent = map.extent();
    this.step = step(Math.max(extent.getWidth(), extent.getHeight()));
    this.spanish = language.equals("es");
  }

  private static double step(double degrees) {
    for (double step : STEPS) {
      if (degrees / step >= LEAST_LINES) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  void drawLines(Canvas canvas) {
    for (double lon = first(extent.getMinX()); lon <= extent.getMaxX(); lon += step) {
      canvas.stroke(meridian(lon), Ink.LINE, WIDTH);
    }
    for (double lat = first(extent.getMinY()); lat <= extent.getMaxY(); lat += step) {
      canvas.stroke(parallel(lat), Ink.LINE, WIDTH);
    }
  }

  /** Outside the frame. */
  void drawLabels(Canvas canvas) {
    for (double lon = first(extent.getMinX()); lon <= extent.getMaxX(); lon += step) {
      double at = lon;
      double x = crossing(y -> map.place(at, y), extent.getMinY(), extent.getMaxY(), false);
      if (x > frame.getMinX() && x < frame.getMaxX()) {
        canvas.text(
            label(lon, spanish ? "O" : "W", "E"),
            x,
            frame.getMaxY() + 2.6,
            LABEL.at(TextStyle.Align.MIDDLE));
      }
    }
    for (double lat = first(extent.getMinY()); lat <= extent.getMaxY(); lat += step) {
      double at = lat;
      double y = crossing(x -> map.place(x, at), extent.getMinX(), extent.getMaxX(), true);
      if (y > frame.getMinY() && y < frame.getMaxY()) {
        canvas.text(
            label(lat, "S", "N"), frame.getMinX() - 1, y + 0.7, LABEL.at(TextStyle.Align.END));
      }
    }
  }

  private double first(double least) {
    return Math.ceil(least / step) * step;
  }

  private Path2D meridian(double lon) {
    return line(lat -> map.place(lon, lat), extent.getMinY(), extent.getMaxY());
  }

  private Path2D parallel(double lat) {
    return line(lon -> map.place(lon, lat), extent.getMinX(), extent.getMaxX());
  }

  private static Path2D line(DoubleFunction<Point2D> place, double from, double to) {
    Path2D line = new Path2D.Double();
    for (int i = 0; i <= SAMPLES; i++) {
      Point2D point = place.apply(from + (to - from) * i / SAMPLES);
      if (i == 0) {
        line.moveTo(point.getX(), point.getY());
      } else {
        line.lineTo(point.getX(), point.getY());
      }
    }
    return line;
  }

  /** Where a line meets the left side (its y) or the lower side (its x); NaN where it does not. */
  private double crossing(DoubleFunction<Point2D> place, double from, double to, boolean left) {
    Point2D before = place.apply(from);
    for (int i = 1; i <= SAMPLES; i++) {
      Point2D here = place.apply(from + (to - from) * i / SAMPLES);
      double a = left ? before.getX() - frame.getMinX() : before.getY() - frame.getMaxY();
      double b = left ? here.getX() - frame.getMinX() : here.getY() - frame.getMaxY();
      if (a * b <= 0 && a != b) {
        double share = a / (a - b);
        return left
            ? before.getY() + share * (here.getY() - before.getY())
            : before.getX() + share * (here.getX() - before.getX());
      }
      before = here;
    }
    return Double.NaN;
  }

  private String label(double degrees, String negative, String positive) {
    int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
    String number = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(degrees));
    String side = degrees < -step / 2 ? negative : degrees > step / 2 ? positive : "";
    return (number + "° " + side).strip();
  }
}
