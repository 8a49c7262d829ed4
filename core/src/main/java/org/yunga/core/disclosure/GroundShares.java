package org.yunga.core.disclosure;

import java.util.Arrays;

/** The pieces of ground that some polygon meets, and how much of each lies inside of it. */
final class GroundShares {

  private int[] pieces = new int[64];
  private double[] areas = new double[64];
  private boolean[] whole = new boolean[64];
  private int size;

  /**
   * Adds a piece.
   *
   * @param area what of it lies inside, square metres, more than 0
   * @param all whether all of it does
   */
  void add(int piece, double area, boolean all) {
    if (size == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * size);
      areas = Arrays.copyOf(areas, 2 * size);
      whole = Arrays.copyOf(whole, 2 * size);
    }
    pieces[size] = piece;
    areas[size] = area;
    whole[size++] = all;
  }

  int size() {
    return size;
  }

  int piece(int i) {
    return pieces[i];
  }

  double area(int i) {
    return areas[i];
  }

  boolean isWhole(int i) {
    return whole[i];
  }
}
