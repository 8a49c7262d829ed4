package org.yunga.geodata.format.shapefile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.FileExceptions;

/**
 * The values of a shapefile. They are put aside first, because fields are as wide as their widest
 * value and the head that says so comes first.
 */
final class DbfOutput implements AutoCloseable {

  private static final int WIDEST = 254;
  private static final int WIDEST_NUMBER = 24;
  private static final int MOST_FIELDS = 255;
  private static final int MOST_RECORD_BYTES = 65_535;
  private static final int MOST_DECIMALS = 15;
  private static final int NULL = -1;

  private final List<Column> columns;
  private final Path aside;
  private final DataOutputStream out;
  private final Notices notices;
  private final int[] widths;
  private int records;

  DbfOutput(List<Column> columns, Path aside, Notices notices) throws IOException {
    if (columns.size() > MOST_FIELDS) {
      throw FileExceptions.cannotHold(
          ShapefileFormat.LABEL,
          new Bilingual(
              "tiene " + columns.size() + " columnas y se admiten 255. Use GeoPackage.",
              "it has " + columns.size() + " columns, and 255 are allowed. Use GeoPackage."));
    }
    this.columns = columns;
    this.aside = aside;
    this.notices = notices;
    this.widths = new int[columns.size()];
    this.out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16));
  }

  void write(List<Object> values) throws IOException {
    records++;
    for (int i = 0; i < widths.length; i++) {
      Object value = values.get(i);
      if (value == null) {
        out.writeShort(NULL);
        continue;
      }
      byte[] bytes = fitted(text(value).getBytes(StandardCharsets.UTF_8), columns.get(i));
      widths[i] = Math.max(widths[i], bytes.length);
      out.writeShort(bytes.length);
      out.write(bytes);
    }
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      String plain = BigDecimal.valueOf(number).toPlainString();
      return plain.length() <= WIDEST_NUMBER ? plain : number.toString();
    }
    if (value instanceof Boolean bool) {
      return bool ? "T" : "F";
    }
    if (value instanceof LocalDate date) {
      return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
    return value instanceof LocalDateTime time ? Dates.text(time) : value.toString();
  }

  /** Cut between signs, and told. */
  private byte[] fitted(byte[] utf8, Column column) {
    if (utf8.length <= WIDEST) {
      return utf8;
    }
    notices.add(
        "text_cut",
        column.name(),
        new Bilingual(
            "Un Shapefile admite textos de hasta 254 bytes: se cortaron textos más largos de la"
                + " columna "
                + column.name()
                + ". Use GeoPackage si los necesita completos.",
            "A Shapefile holds texts of up to 254 bytes: longer texts of the column "
                + column.name()
                + " were cut. Use GeoPackage if you need them whole."));
    int end = WIDEST;
    while ((utf8[end] & 0xc0) == 0x80) {
      end--;
    }
    return Arrays.copyOf(utf8, end);
  }

  /** Writes the file itself. */
  void finish(Path dbf, List<String> names) throws IOException {
    out.close();
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(columns.get(i).type(), widths[i]);
    }
    int recordBytes = 1 + Arrays.stream(widths).sum();
    if (recordBytes > MOST_RECORD_BYTES) {
      throw FileExceptions.cannotHold(
          ShapefileFormat.LABEL,
          new Bilingual(
              "una fila ocupa " + recordBytes + " bytes y se admiten 65535. Use GeoPackage.",
              "a row needs " + recordBytes + " bytes, and 65535 are allowed. Use GeoPackage."));
    }
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(dbf), 1 << 16);
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(aside), 1 << 16))) {
      file.write(head(names, recordBytes));
      byte[] record = new byte[recordBytes];
      for (int i = 0; i < records; i++) {
        Arrays.fill(record, (byte) ' ');
        fill(record, in);
        file.write(record);
      }
      file.write(0x1a);
    }
  }

  private static int width(ColumnType type, int widest) {
    return switch (type) {
      case TEXT, DATE_TIME, INTEGER -> Math.max(1, widest);
      case DECIMAL -> Math.max(3, widest);
      case BOOLEAN -> 1;
      case DATE -> 8;
    };
  }

  private void fill(byte[] record, DataInputStream in) throws IOException {
    int at = 1;
    for (int i = 0; i < widths.length; i++) {
      ColumnType type = columns.get(i).type();
      int length = in.readShort();
      boolean right = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
      if (length > 0) {
        in.readFully(record, right ? at + widths[i] - length : at, length);
      } else if (length == NULL && type == ColumnType.BOOLEAN) {
        record[at] = '?';
      }
      at += widths[i];
    }
  }

  private byte[] head(List<String> names, int recordBytes) {
    int headBytes = DbfStream.HEADER_BYTES + DbfStream.FIELD_BYTES * widths.length + 1;
    ByteBuffer head = ByteBuffer.allocate(headBytes).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1); // 2026-01-01: same bytes always
    head.putInt(records).putShort((short) headBytes).putShort((short) recordBytes);
    for (int i = 0; i < widths.length; i++) {
      ColumnType type = columns.get(i).type();
      head.position(DbfStream.HEADER_BYTES + DbfStream.FIELD_BYTES * i);
      head.put(names.get(i).getBytes(StandardCharsets.US_ASCII));
      head.position(DbfStream.HEADER_BYTES + DbfStream.FIELD_BYTES * i + DbfStream.NAME_BYTES);
      head.put((byte) declared(type)).putInt(0).put((byte) widths[i]);
      head.put((byte) (type == ColumnType.DECIMAL ? Math.min(MOST_DECIMALS, widths[i] - 2) : 0));
    }
    head.position(headBytes - 1);
    head.put((byte) 0x0d);
    return head.array();
  }

  private static char declared(ColumnType type) {
    return switch (type) {
      case TEXT, DATE_TIME -> 'C';
      case INTEGER, DECIMAL -> 'N';
      case BOOLEAN -> 'L';
      case DATE -> 'D';
    };
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
