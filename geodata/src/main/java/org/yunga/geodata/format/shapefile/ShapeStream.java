package org.yunga.geodata.format.shapefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.FileExceptions;

/** The records of a {@code .shp}, one after the other, as bytes. */
final class ShapeStream implements AutoCloseable {

  static final int FILE_CODE = 9994;
  static final int HEADER_BYTES = 100;

  /** Eight million points; the bytes are fetched only as far as they are there. */
  private static final int LARGEST_RECORD = 1 << 27;

  private static final int RECORD_HEADER_BYTES = 8;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final String file;
  private final int shapeType;
  private final long end;
  private final byte[] buffer = new byte[BUFFER];
  private long position = HEADER_BYTES;
  private long records;

  private ShapeStream(InputStream in, String file, ByteBuffer header) {
    this.in = in;
    this.file = file;
    this.end = 2 * Integer.toUnsignedLong(header.getInt(24));
    this.shapeType = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
  }

  static ShapeStream open(InputStream raw, String file) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    byte[] header = in.readNBytes(HEADER_BYTES);
    if (header.length < 4 || ByteBuffer.wrap(header).getInt(0) != FILE_CODE) {
      throw FileExceptions.wrongFormat(
          "shp_head_missing",
          file,
          ShapefileFormat.LABEL,
          new Bilingual(
              "el .shp no empieza con el número 9994.", "the .shp does not begin with 9994."));
    }
    if (header.length < HEADER_BYTES) {
      throw truncated(file, ".shp, byte " + header.length);
    }
    return new ShapeStream(in, file, ByteBuffer.wrap(header));
  }

  /** The type that the head declares for all shapes. */
  int shapeType() {
    return shapeType;
  }

  /** How many records were read. */
  long records() {
    return records;
  }

  /** The next record, little-endian; null after the last. Good until the next call. */
  ByteBuffer next() throws IOException {
    if (position >= end) {
      return null;
    }
    String place = ".shp, forma/shape " + (records + 1);
    int headerRead = in.readNBytes(buffer, 0, RECORD_HEADER_BYTES);
    if (headerRead < RECORD_HEADER_BYTES) {
      throw truncated(file, place);
    }
    long length = 2 * Integer.toUnsignedLong(ByteBuffer.wrap(buffer).getInt(4));
    if (length < 4 || length > end - position) {
      throw FileExceptions.broken(
          file,
          ShapefileFormat.LABEL,
          place,
          new Bilingual(
              "la forma dice tener " + length + " bytes.",
              "the shape claims " + length + " bytes."),
          null);
    }
    if (length > LARGEST_RECORD) {
      throw FileExceptions.tooLarge(file, place, length, LARGEST_RECORD);
    }
    byte[] content = buffer;
    int read;
    if (length <= BUFFER) {
      read = in.readNBytes(buffer, 0, (int) length);
    } else {
      content = in.readNBytes((int) length);
      read = content.length;
    }
    if (read < length) {
      throw truncated(file, place);
    }
    position += RECORD_HEADER_BYTES + length;
    records++;
    return ByteBuffer.wrap(content, 0, read).order(ByteOrder.LITTLE_ENDIAN);
  }

  static ExplainedException truncated(String file, String place) {
    return FileExceptions.broken(
        file,
        ShapefileFormat.LABEL,
        place,
        new Bilingual("el archivo termina antes de tiempo.", "the file ends too early."),
        null);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
