package org.yunga.core.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.yunga.core.aggregate.PlotCounts;

/** CRC-32C of packed plots with all that is said of them: finds any one burst of 32 bits. */
final class Checksum {

  private Checksum() {}

  /** Of a pack. */
  static long of(String form, String slots, PlotCounts counts, boolean valued) {
    return of(bytes(form + ";" + slots + ";" + text(counts) + ";" + valued));
  }

  /** Of a block. */
  static long of(long pack, int position, PlotCounts counts, byte... records) {
    CRC32C sum = new CRC32C();
    sum.update(bytes(pack + ";" + position + ";" + text(counts) + ";"));
    sum.update(records);
    return sum.getValue();
  }

  private static String text(PlotCounts counts) {
    return counts.plots() + " " + counts.rings() + " " + counts.vertices();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long of(byte... bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
