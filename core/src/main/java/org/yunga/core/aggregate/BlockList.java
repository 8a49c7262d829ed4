package org.yunga.core.aggregate;

import java.util.Arrays;

/**
 * A stack of lists of edge blocks: each level of the descent keeps the blocks that meet its box,
 * chosen among those of the level above. One array for all levels, no allocation on the way.
 */
final class BlockList {

  private int[] blocks = new int[256];

  /** All blocks of a polygon at the bottom of the stack; gives the end of that list. */
  int fill(QueryPolygon polygon) {
    int count = polygon.blocks();
    ensure(count);
    for (int i = 0; i < count; i++) {
      blocks[i] = i;
    }
    return count;
  }

  int get(int position) {
    return blocks[position];
  }

  /**
   * Appends those blocks of the list from..to that meet a box.
   *
   * @return the end of the new list, which begins at {@code to}
   */
  int narrow(
      QueryPolygon polygon, int from, int to, double minX, double minY, double maxX, double maxY) {
    ensure(to + (to - from));
    int end = to;
    for (int i = from; i < to; i++) {
      int k = blocks[i];
      if (polygon.blockMinX[k] <= maxX
          && polygon.blockMaxX[k] >= minX
          && polygon.blockMinY[k] <= maxY
          && polygon.blockMaxY[k] >= minY) {
        blocks[end++] = k;
      }
    }
    return end;
  }

  private void ensure(int size) {
    if (size > blocks.length) {
      blocks = Arrays.copyOf(blocks, Math.max(size, blocks.length * 2));
    }
  }
}
