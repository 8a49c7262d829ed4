package org.yunga.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a GeoTIFF of bytes in longitude and latitude, as plain as the format allows (TIFF 6.0).
 */
public final class TinyGeoTiff {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;
  private static final int TAGS = 13;

  private TinyGeoTiff() {}

  /**
   * Writes a file.
   *
   * @param cells rows from north to south
   * @param west of the upper left corner
   * @param north of the upper left corner
   * @param width of a cell in degrees
   * @param height of a cell in degrees
   */
  public static Path write(
      Path file, byte[][] cells, double west, double north, double width, double height) {
    int rows = cells.length;
    int columns = cells[0].length;
    int directory = 8;
    int values = directory + 2 + TAGS * 12 + 4;
    int scale = values;
    int tie = scale + 24;
    int keys = tie + 48;
    int data = keys + 32;
    ByteBuffer out = ByteBuffer.allocate(data + rows * columns).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
    out.putShort((short) TAGS);
    tag(out, 256, LONG, 1, columns);
    tag(out, 257, LONG, 1, rows);
    tag(out, 258, SHORT, 1, 8);
    tag(out, 259, SHORT, 1, 1);
    tag(out, 262, SHORT, 1, 1);
    tag(out, 273, LONG, 1, data);
    tag(out, 277, SHORT, 1, 1);
    tag(out, 278, LONG, 1, rows);
    tag(out, 279, LONG, 1, rows * columns);
    tag(out, 339, SHORT, 1, 1);
    tag(out, 33550, DOUBLE, 3, scale);
    tag(out, 33922, DOUBLE, 6, tie);
    tag(out, 34735, SHORT, 16, keys);
    out.putInt(0);
    out.putDouble(width).putDouble(height).putDouble(0);
    out.putDouble(0).putDouble(0).putDouble(0).putDouble(west).putDouble(north).putDouble(0);
    // geographic, cells are areas, EPSG:4326
    for (int key : new int[] {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326}) {
      out.putShort((short) key);
    }
    for (byte[] row : cells) {
      out.put(row);
    }
    try {
      return Files.write(file, out.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tag(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count);
    if (type == SHORT && count == 1) {
      out.putShort((short) value).putShort((short) 0);
    } else {
      out.putInt(value);
    }
  }
}
