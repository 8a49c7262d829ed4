package org.yunga.geodata.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The places where a TIFF keeps its tiles or strips. Read because the reader of ImageIO takes what
 * lies beyond the end of a file for zeros, which would be counted as a class.
 *
 * <p>TIFF 6.0 (Adobe, 1992), section 2; BigTIFF as written by libtiff.
 */
final class TiffDirectory {

  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int BIG = 43;

  private final FileChannel channel;
  private final ByteOrder order;
  private final boolean big;

  private record Entry(int type, long count, long valueAt) {}

  private TiffDirectory(FileChannel channel, ByteOrder order, boolean big) {
    this.channel = channel;
    this.order = order;
    this.big = big;
  }

  /** Whether all tiles or strips lie within the file. */
  static boolean isWhole(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer head = ByteBuffer.allocate(4);
      channel.read(head, 0);
      ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      boolean big = head.order(order).getShort(2) == BIG;
      return new TiffDirectory(channel, order, big).holdsAllPieces();
    } catch (EOFException e) {
      return false;
    }
  }

  private boolean holdsAllPieces() throws IOException {
    Map<Integer, Entry> entries = entries();
    boolean tiled = entries.containsKey(TILE_OFFSETS);
    Entry offsets = entries.get(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    Entry bytes = entries.get(tiled ? TILE_BYTES : STRIP_BYTES);
    if (offsets == null || bytes == null) {
      return false;
    }
    long size = channel.size();
    for (long i = 0; i < Math.min(offsets.count, bytes.count); i++) {
      long end = value(offsets, i) + value(bytes, i);
      if (end > size || end < 0) {
        return false;
      }
    }
    return true;
  }

  private Map<Integer, Entry> entries() throws IOException {
    long at = big ? read(8, 8).getLong() : read(4, 4).getInt() & 0xffffffffL;
    long count = big ? read(at, 8).getLong() : read(at, 2).getShort() & 0xffff;
    int size = big ? 20 : 12;
    long first = at + (big ? 8 : 2);
    Map<Integer, Entry> entries = new HashMap<>();
    for (long i = 0; i < Math.min(count, 0xffff); i++) {
      long entryAt = first + i * size;
      ByteBuffer entry = read(entryAt, size);
      int tag = entry.getShort(0) & 0xffff;
      int type = entry.getShort(2);
      long values = big ? entry.getLong(4) : entry.getInt(4) & 0xffffffffL;
      int inline = big ? 12 : 8;
      long valueAt = entryAt + inline;
      if (values * width(type) > (big ? 8 : 4)) {
        valueAt = big ? entry.getLong(inline) : entry.getInt(inline) & 0xffffffffL;
      }
      entries.put(tag, new Entry(type, values, valueAt));
    }
    return entries;
  }

  private static int width(int type) {
    return switch (type) {
      case 3 -> 2; // SHORT
      case 4 -> 4; // LONG
      case 16 -> 8; // LONG8
      default -> 1;
    };
  }

  private long value(Entry entry, long i) throws IOException {
    int width = width(entry.type);
    ByteBuffer value = read(entry.valueAt + i * width, width);
    return switch (width) {
      case 2 -> value.getShort() & 0xffff;
      case 4 -> value.getInt() & 0xffffffffL;
      case 8 -> value.getLong();
      default -> value.get() & 0xff;
    };
  }

  private ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
    while (buffer.hasRemaining()) {
      if (at < 0 || channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }
}
