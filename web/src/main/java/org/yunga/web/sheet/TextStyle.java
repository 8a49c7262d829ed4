package org.yunga.web.sheet;

import java.awt.Color;

/**
 * How a text is set.
 *
 * @param typeface its letters
 * @param points its size
 * @param colour of the letters
 * @param align which end of the text stands at its place
 * @param halo whether a white rim keeps it readable on a map
 */
record TextStyle(Typeface typeface, double points, Color colour, Align align, boolean halo) {

  /** Which end of the text stands at its place. */
  enum Align {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Align(double share) {
      this.share = share;
    }
  }

  static TextStyle plain(double points, Color colour) {
    return new TextStyle(Typeface.REGULAR, points, colour, Align.START, false);
  }

  static TextStyle strong(double points, Color colour) {
    return new TextStyle(Typeface.SEMIBOLD, points, colour, Align.START, false);
  }

  TextStyle at(Align where) {
    return new TextStyle(typeface, points, colour, where, halo);
  }

  TextStyle haloed() {
    return new TextStyle(typeface, points, colour, align, true);
  }

  /** How wide a text is, in millimetres. */
  double width(String text) {
    return typeface.width(text, points);
  }

  /** Where a text begins whose place is here, in millimetres. */
  double start(String text, double x) {
    return x - align.share * width(text);
  }

  /** From one base line to the next, in millimetres. */
  double lineHeight() {
    return points * Typeface.POINT * 1.25;
  }
}
