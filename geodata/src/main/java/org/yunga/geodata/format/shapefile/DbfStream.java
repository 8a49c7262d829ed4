package org.yunga.geodata.format.shapefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.FileExceptions;

/** The records of a {@code .dbf}, one after the other, as bytes; those marked as deleted too. */
final class DbfStream implements AutoCloseable {

  static final int HEADER_BYTES = 32;
  static final int FIELD_BYTES = 32;
  static final int NAME_BYTES = 11;

  private static final int END_OF_FIELDS = 0x0d;
  private static final int END_OF_FILE = 0x1a;
  private static final int DELETED = '*';
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final long count;
  private final int languageByte;
  private final List<DbfField> fields;
  private final byte[] record;
  private long records;

  private DbfStream(
      InputStream in, long count, int languageByte, List<DbfField> fields, int recordBytes) {
    this.in = in;
    this.count = count;
    this.languageByte = languageByte;
    this.fields = fields;
    this.record = new byte[recordBytes];
  }

  /**
   * Reads the head.
   *
   * @param notices receives which columns are left out
   */
  static DbfStream open(InputStream raw, String file, Notices notices) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    byte[] head = in.readNBytes(HEADER_BYTES);
    if (head.length < HEADER_BYTES) {
      throw ShapeStream.truncated(file, ".dbf, cabecera/head");
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int headBytes = Short.toUnsignedInt(bytes.getShort(8));
    int recordBytes = Short.toUnsignedInt(bytes.getShort(10));
    if (headBytes < HEADER_BYTES + 1 || recordBytes < 1) {
      throw badHead(file);
    }
    byte[] rest = in.readNBytes(headBytes - HEADER_BYTES);
    if (rest.length < headBytes - HEADER_BYTES) {
      throw ShapeStream.truncated(file, ".dbf, cabecera/head");
    }
    List<DbfField> fields = fields(rest, recordBytes, file, notices);
    return new DbfStream(
        in, Integer.toUnsignedLong(bytes.getInt(4)), head[29] & 0xff, fields, recordBytes);
  }

  private static List<DbfField> fields(byte[] rest, int recordBytes, String file, Notices notices) {
    List<DbfField> fields = new ArrayList<>();
    Charset names = Encoding.guess(rest, rest.length).orElse(Encoding.WINDOWS);
    Set<String> taken = new HashSet<>();
    int offset = 1;
    for (int at = 0;
        at + FIELD_BYTES <= rest.length && rest[at] != END_OF_FIELDS;
        at += FIELD_BYTES) {
      int nameEnd = at;
      while (nameEnd < at + NAME_BYTES && rest[nameEnd] != 0) {
        nameEnd++;
      }
      String name = free(new String(rest, at, nameEnd - at, names).strip(), taken);
      char declared = (char) (rest[at + 11] & 0xff);
      int width = rest[at + 16] & 0xff;
      int decimals = rest[at + 17] & 0xff;
      if (declared == 'C') {
        width += decimals << 8; // long texts, as Clipper began and many do
        decimals = 0;
      }
      if (offset + width > recordBytes) {
        throw badHead(file);
      }
      ColumnType type = DbfField.type(declared, width, decimals);
      if (type == null) {
        skipped(name, declared, notices);
      } else {
        OptionalInt characters =
            type == ColumnType.TEXT ? OptionalInt.of(width) : OptionalInt.empty();
        fields.add(new DbfField(new Column(name, type, characters), offset, width));
      }
      offset += width;
    }
    return fields;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private static void skipped(String name, char declared, Notices notices) {
    notices.add(
        "column_skipped",
        name,
        new Bilingual(
            "La columna "
                + name
                + " es de tipo «"
                + declared
                + "» de dBASE, que no se lee, y se"
                + " dejó de lado.",
            "The column "
                + name
                + " is of the dBASE type '"
                + declared
                + "', which is not read,"
                + " and was left out."));
  }

  private static ExplainedException badHead(String file) {
    return FileExceptions.broken(
        file,
        ShapefileFormat.LABEL,
        ".dbf, cabecera/head",
        new Bilingual(
            "las longitudes de los campos no coinciden.", "the lengths of its fields disagree."),
        null);
  }

  List<DbfField> fields() {
    return fields;
  }

  int languageByte() {
    return languageByte;
  }

  /** How many records the head promises. */
  long count() {
    return count;
  }

  /** Reads on; the record is good until the next call. Null after the last. */
  byte[] next() throws IOException {
    if (records >= count) {
      return null;
    }
    int read = in.readNBytes(record, 0, record.length);
    if (read < record.length || record[0] == END_OF_FILE) {
      return null;
    }
    records++;
    return record;
  }

  static boolean isDeleted(byte[] record) {
    return record[0] == DELETED;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
