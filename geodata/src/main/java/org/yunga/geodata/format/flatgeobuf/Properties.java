package org.yunga.geodata.format.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.yunga.geodata.format.support.Dates;

/** The values of a row as bytes: number of the field, then its value; nulls are left out. */
final class Properties {

  private ByteBuffer buffer = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

  byte[] encode(List<Object> values) {
    buffer.clear();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value != null) {
        put((short) i, value);
      }
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private void put(short field, Object value) {
    room(10).putShort(field);
    if (value instanceof Long number) {
      buffer.putLong(number);
    } else if (value instanceof Double number) {
      buffer.putDouble(number);
    } else if (value instanceof Boolean bool) {
      buffer.put((byte) (bool ? 1 : 0));
    } else {
      String text = value instanceof LocalDateTime time ? Dates.text(time) : value.toString();
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      room(4 + utf8.length).putInt(utf8.length).put(utf8);
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int size = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      ByteBuffer larger = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }
}
