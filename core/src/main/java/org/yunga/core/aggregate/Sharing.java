package org.yunga.core.aggregate;

/** What a border does to the value of a plot that it cuts. */
public enum Sharing {
  /**
   * Each side has a part as large as its part of the plot's area or length, rounded down to the
   * fixed-point unit, so that parts never add up to more than the plot has. The value of a point,
   * or of a plot without size, goes with it.
   */
  BY_SIZE,

  /** The whole value goes to the side that the plot counts on: families, titles. */
  WITH_POINT;

  /**
   * The part of a plot's value that lies on one side.
   *
   * @param value fixed-point, not negative
   * @param size fixed-point size of the plot
   * @param inside what of it lies on that side
   * @param counts whether the plot counts there
   */
  public long inside(long value, long size, long inside, boolean counts) {
    return new SharingBySlot(this == WITH_POINT).inside(0, value, size, inside, counts);
  }
}
