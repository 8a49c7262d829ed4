package org.yunga.web.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The map of a sheet: regions, labels, grid, scale bar and north. */
final class MapPart {

  private static final double BORDER = 0.18;
  private static final double THIN_BORDER = 0.07;
  private static final double CHOSEN_BORDER = 0.6;
  private static final int MANY_AREAS = 300;

  /** Radius of the largest circle and of a point without value, as shares of the frame's width. */
  private static final double LARGEST_CIRCLE = 0.055;

  private static final double SMALLEST_CIRCLE = 0.7;

  /** More names than these cannot be read. */
  private static final int MOST_LABELS = 60;

  private static final TextStyle NAME =
      TextStyle.plain(5.6, Ink.DARK).at(TextStyle.Align.MIDDLE).haloed();
  private static final TextStyle VALUE =
      TextStyle.strong(5.6, Ink.DARK).at(TextStyle.Align.MIDDLE).haloed();
  private static final TextStyle SMALL = TextStyle.plain(6, Ink.SOFT);

  private final Canvas canvas;
  private final SheetContent content;
  private final MapFrame map;
  private final Envelope seen;
  private final List<SheetContent.Area> areas;

  MapPart(Canvas canvas, SheetContent content, Rectangle2D frame) {
    this.canvas = canvas;
    this.content = content;
    this.map = new MapFrame(content.extent(), frame);
    this.seen = map.extent();
    this.areas =
        content.areas().stream()
            .filter(area -> seen.intersects(area.geometry().getEnvelopeInternal()))
            .toList();
  }

  void draw() {
    Graticule grid = new Graticule(map, content.language());
    canvas.within(
        map.frame(),
        () -> {
          grid.drawLines(canvas);
          content.background().stream()
              .filter(outline -> seen.intersects(outline.getEnvelopeInternal()))
              .forEach(this::background);
          areas();
          circles();
          labels();
        });
    canvas.stroke(map.frame(), Ink.SOFT, 0.25);
    grid.drawLabels(canvas);
    scaleBar();
    north();
  }

  private void background(Geometry outline) {
    Shape shape = map.shape(outline);
    canvas.fill(shape, Ink.LAND);
    canvas.stroke(shape, Ink.LINE, BORDER);
  }

  private void areas() {
    double border = areas.size() > MANY_AREAS ? THIN_BORDER : BORDER;
    for (SheetContent.Area area : areas) {
      if (!(area.geometry() instanceof Point)) {
        Shape shape = map.shape(area.geometry());
        area.fill().paint(canvas, shape);
        canvas.stroke(shape, Ink.SOFT, border);
      }
    }
    for (SheetContent.Area area : areas) {
      if (area.chosen() && !(area.geometry() instanceof Point)) {
        canvas.stroke(map.shape(area.geometry()), Ink.DARK, CHOSEN_BORDER);
      }
    }
  }

  /** Large ones first, so that small ones are not hidden. */
  private void circles() {
    areas.stream()
        .filter(area -> area.circle().isPresent())
        .sorted(Comparator.comparingDouble(area -> -area.circle().get().share()))
        .forEach(
            area -> {
              Point2D at = place(area.geometry());
              double radius = radius(area);
              Shape shape =
                  new Ellipse2D.Double(
                      at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
              area.circle().get().fill().paint(canvas, shape);
              canvas.stroke(shape, Ink.DARK, area.chosen() ? CHOSEN_BORDER : BORDER);
            });
  }

  private double radius(SheetContent.Area area) {
    return area.circle()
        .map(c -> Math.sqrt(c.share()) * LARGEST_CIRCLE * map.frame().getWidth())
        .map(radius -> Math.max(SMALLEST_CIRCLE, radius))
        .orElse(0.0);
  }

  private Point2D place(Geometry geometry) {
    Coordinate inside = geometry.getInteriorPoint().getCoordinate();
    return map.place(inside.x, inside.y);
  }

  /**
   * Those with a value first, then large before small; one that would cover another is left out.
   */
  private void labels() {
    if (areas.size() > MANY_AREAS) {
      return;
    }
    List<Rectangle2D> taken = new ArrayList<>();
    areas.stream()
        .sorted(
            Comparator.comparing((SheetContent.Area area) -> !area.chosen())
                .thenComparing(area -> area.value().isEmpty())
                .thenComparing(area -> -area.geometry().getArea()))
        .limit(MOST_LABELS)
        .forEach(area -> label(area, taken));
  }

  private void label(SheetContent.Area area, List<Rectangle2D> taken) {
    Optional<Point2D> place = labelPlace(area);
    if (place.isEmpty()) {
      return;
    }
    Point2D at = place.get();
    double width = Math.max(NAME.width(area.name()), area.value().map(VALUE::width).orElse(0.0));
    double line = NAME.lineHeight();
    double height = (area.value().isPresent() ? 2 : 1) * line;
    double top = area.circle().isPresent() ? at.getY() + radius(area) : at.getY() - height / 2;
    Rectangle2D box = new Rectangle2D.Double(at.getX() - width / 2, top, width, height);
    if (!map.frame().contains(box) || taken.stream().anyMatch(box::intersects)) {
      return;
    }
    taken.add(box);
    double base = top + line * 0.78;
    canvas.text(area.name(), at.getX(), base, NAME);
    area.value().ifPresent(value -> canvas.text(value, at.getX(), base + line, VALUE));
  }

  /** In the middle of what is seen of the area; under its circle where it has one. */
  private Optional<Point2D> labelPlace(SheetContent.Area area) {
    if (area.circle().isPresent() || seen.contains(area.geometry().getEnvelopeInternal())) {
      return Optional.of(place(area.geometry()));
    }
    Geometry part =
        OverlayNGRobust.overlay(
            area.geometry(), area.geometry().getFactory().toGeometry(seen), OverlayNG.INTERSECTION);
    return part.isEmpty() ? Optional.empty() : Optional.of(place(part));
  }

  private void scaleBar() {
    double metres = niceBelow(map.scale() * map.frame().getWidth() / 1000 / 3.2);
    double length = map.length(metres);
    double x = map.frame().getMinX() + 4;
    double y = map.frame().getMaxY() - 5;
    backing(x - 2.5, y - 5.7, length + 8.5, 8.2);
    for (int i = 0; i < 4; i++) {
      Rectangle2D part = new Rectangle2D.Double(x + i * length / 4, y, length / 4, 1);
      canvas.fill(part, i % 2 == 0 ? Ink.DARK : Color.WHITE);
      canvas.stroke(part, Ink.DARK, 0.15);
    }
    TextStyle middle = SMALL.at(TextStyle.Align.MIDDLE);
    canvas.text("0", x, y - 0.9, middle);
    canvas.text(distance(metres), x + length, y - 0.9, middle);
    canvas.text("1 : " + String.format(Locale.ROOT, "%,.0f", map.scale()), x, y - 3.2, SMALL);
  }

  private static String distance(double metres) {
    return metres >= 1000
        ? String.format(Locale.ROOT, "%.0f km", metres / 1000)
        : String.format(Locale.ROOT, "%.0f m", metres);
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double niceBelow(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double digit = value / power;
    return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
  }

  /** Towards the pole at the middle of the map, where up is north exactly. */
  private void north() {
    double x = map.frame().getMaxX() - 6;
    double y = map.frame().getMinY() + 5;
    backing(x - 4, y - 3, 8, 14);
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(x, y + 1);
    arrow.lineTo(x + 2, y + 9);
    arrow.lineTo(x, y + 7.2);
    arrow.lineTo(x - 2, y + 9);
    arrow.closePath();
    canvas.fill(arrow, Ink.DARK);
    canvas.text("N", x, y, TextStyle.strong(8, Ink.DARK).at(TextStyle.Align.MIDDLE));
  }

  private void backing(double x, double y, double width, double height) {
    canvas.fill(new Rectangle2D.Double(x, y, width, height), Color.WHITE);
  }
}
