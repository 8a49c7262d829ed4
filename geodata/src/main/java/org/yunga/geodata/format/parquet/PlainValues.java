package org.yunga.geodata.format.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.Type;

/**
 * Values of one page, one after another, in Parquet's encoding PLAIN: little-endian; bytes after
 * their length; booleans eight in a byte, the first lowest.
 */
final class PlainValues {

  private final Type type;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int bits;
  private int bitCount;

  PlainValues(Type type) {
    this.type = type;
  }

  /** Adds a value of the page's type. */
  void add(Object value) {
    if (type == Type.BOOLEAN) {
      add((boolean) value);
    } else if (type == Type.BYTE_ARRAY) {
      byte[] array = (byte[]) value;
      bytes.writeBytes(littleEndian(array.length));
      bytes.writeBytes(array);
    } else {
      bytes.writeBytes(littleEndian(value));
    }
  }

  private void add(boolean value) {
    bits |= (value ? 1 : 0) << bitCount++;
    if (bitCount == Byte.SIZE) {
      flushBits();
    }
  }

  private void flushBits() {
    bytes.write(bits);
    bits = 0;
    bitCount = 0;
  }

  /** Bytes so far. */
  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    if (bitCount > 0) {
      flushBits();
    }
    return bytes.toByteArray();
  }

  /** A number as Parquet has it in pages and statistics. */
  static byte[] littleEndian(Object number) {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    if (number instanceof Integer value) {
      buffer.putInt(value);
    } else if (number instanceof Long value) {
      buffer.putLong(value);
    } else {
      buffer.putDouble((Double) number);
    }
    byte[] plain = new byte[buffer.position()];
    buffer.flip().get(plain);
    return plain;
  }
}
