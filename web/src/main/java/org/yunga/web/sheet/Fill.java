package org.yunga.web.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.yunga.core.figure.ValueState;

/** How a shape is filled: a colour for a class, a pattern for each state without one. */
sealed interface Fill {

  /** Fills a shape, without its outline. */
  void paint(Canvas canvas, Shape shape);

  /** The pattern of a state, the same as on the screen. */
  static Fill of(ValueState state) {
    return switch (state) {
      case NOT_MONITORED -> new Dotted();
      case WITHHELD -> new Hatched();
      case MISSING -> new Dashed();
      default -> new Plain(Color.WHITE);
    };
  }

  /** One colour. */
  record Plain(Color colour) implements Fill {
    @Override
    public void paint(Canvas canvas, Shape shape) {
      canvas.fill(shape, colour);
    }
  }

  /** Dots on white. */
  record Dotted() implements Fill {
    private static final double STEP = 1.6;
    private static final double DOT = 0.34;

    @Override
    public void paint(Canvas canvas, Shape shape) {
      canvas.fill(shape, Color.WHITE);
      Rectangle2D bounds = shape.getBounds2D();
      for (double y = up(bounds.getMinY(), STEP); y <= bounds.getMaxY(); y += STEP) {
        for (double x = up(bounds.getMinX(), STEP); x <= bounds.getMaxX(); x += STEP) {
          if (shape.contains(x, y)) {
            canvas.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT), Ink.SOFT);
          }
        }
      }
    }
  }

  /** Short level dashes on light grey, which alone would be a class in a print in grey. */
  record Dashed() implements Fill {
    private static final double STEP = 2;
    private static final double LENGTH = 1;
    private static final double WIDTH = 0.2;

    @Override
    public void paint(Canvas canvas, Shape shape) {
      canvas.fill(shape, Ink.MISSING);
      Rectangle2D bounds = shape.getBounds2D();
      for (double y = up(bounds.getMinY(), STEP); y <= bounds.getMaxY(); y += STEP) {
        for (double x = up(bounds.getMinX(), STEP); x <= bounds.getMaxX(); x += STEP) {
          if (shape.contains(x, y - WIDTH, LENGTH, 2 * WIDTH)) {
            canvas.stroke(new Line2D.Double(x, y, x + LENGTH, y), Ink.SOFT, WIDTH);
          }
        }
      }
    }
  }

  /** Slanting lines on white. */
  record Hatched() implements Fill {
    private static final double STEP = 1.4;
    private static final double WIDTH = 0.2;

    @Override
    public void paint(Canvas canvas, Shape shape) {
      canvas.fill(shape, Color.WHITE);
      canvas.within(
          shape,
          () -> {
            Rectangle2D b = shape.getBounds2D();
            double first = up(b.getMinX() - b.getHeight() + b.getMinY(), STEP) - b.getMinY();
            for (double x = first; x <= b.getMaxX(); x += STEP) {
              canvas.stroke(
                  new Line2D.Double(x, b.getMaxY(), x + b.getHeight(), b.getMinY()),
                  Ink.SOFT,
                  WIDTH);
            }
          });
    }
  }

  /** The next multiple of a step: neighbours share one pattern. */
  private static double up(double value, double step) {
    return Math.ceil(value / step) * step;
  }
}
