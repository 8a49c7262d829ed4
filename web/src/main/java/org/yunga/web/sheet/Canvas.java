package org.yunga.web.sheet;

import java.awt.Color;
import java.awt.Shape;

/**
 * A page to draw on, white at first. All in millimetres from its upper left corner, to the right
 * and down.
 */
interface Canvas {

  void fill(Shape shape, Color colour);

  /**
   * Draws a line along a shape, with round joins.
   *
   * @param width of the line
   * @param dashes lengths drawn and left out in turn; none for an unbroken line
   */
  void stroke(Shape shape, Color colour, double width, double... dashes);

  /** Draws, and keeps what lies inside a shape. */
  void within(Shape clip, Runnable drawing);

  /** Writes one line. @param y of its base line */
  void text(String text, double x, double y, TextStyle style);

  /** The finished file; then nothing more can be drawn. */
  byte[] finish();
}
