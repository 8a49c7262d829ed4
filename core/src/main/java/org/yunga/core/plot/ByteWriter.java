package org.yunga.core.plot;

import java.util.Arrays;

/** Whole numbers in as few bytes as they need: seven bits in each, the lowest first (LEB128). */
final class ByteWriter {

  private byte[] bytes = new byte[1 << 16];
  private int size;

  /** A number that is not negative takes few bytes when it is small. */
  void unsigned(long value) {
    if (size + 10 > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number near zero takes few bytes, whatever its sign. */
  void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
