package org.yunga.web.sheet;

import java.awt.Color;
import java.awt.Shape;

/**
 * A page to draw on, white at first. All in millimetres from its upper left corner, to the right
 * and down.
 */
interface Canvas {

  /** White about letters that lie on the map: the width of its line, half of which is seen. */
  double HALO_MILLIMETRES = 0.7;

  void fill(Shape shape, Color colour);

  /**
   * Draws a line along a shape, with round joins.
   *
   * @param width of the line
   * @param dashes lengths drawn and left out in turn; none for an unbroken line
   */
  void stroke(Shape shape, Color colour, double width, float... dashes);

  /** Draws, and keeps what lies inside a shape. */
  void within(Shape clip, Runnable drawing);

  /** Writes one line. @param y of its base line */
  default void text(String text, double x, double y, TextStyle style) {
    double start = style.start(text, x);
    if (style.halo()) {
      Shape letters = style.typeface().outlines(text, start, y, style.points());
      stroke(letters, Color.WHITE, HALO_MILLIMETRES);
    }
    letters(text, start, y, style);
  }

  /** Writes the letters of a line that begins at x. */
  void letters(String text, double x, double y, TextStyle style);

  /** The finished file; then nothing more can be drawn. */
  byte[] finish();
}
