package org.yunga.web.sheet;

/** A size of paper (ISO 216). */
public enum Paper {
  A4(210, 297),
  A3(297, 420);

  private final double shortSide;
  private final double longSide;

  Paper(double shortSide, double longSide) {
    this.shortSide = shortSide;
    this.longSide = longSide;
  }

  /** In millimetres. */
  double width(Orientation orientation) {
    return orientation == Orientation.PORTRAIT ? shortSide : longSide;
  }

  /** In millimetres. */
  double height(Orientation orientation) {
    return orientation == Orientation.PORTRAIT ? longSide : shortSide;
  }

  /** Which side is up. */
  public enum Orientation {
    PORTRAIT,
    LANDSCAPE
  }
}
