package org.yunga.geodata.format.flatgeobuf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.RowFlaw;

/** Values as the bytes of a feature hold them, little-endian. */
final class FieldTypes {

  /** The format has no type for dates without a time; this in a column's metadata says so. */
  static final String DATE_METADATA = "{\"subtype\":\"date\"}";

  private static final char REPLACEMENT = '\uFFFD';

  private FieldTypes() {}

  /** Empty for bytes and types that are not known. */
  static Optional<org.yunga.geodata.table.ColumnType> columnType(int type, String metadata) {
    return switch (type) {
      case ColumnType.Byte,
          ColumnType.UByte,
          ColumnType.Short,
          ColumnType.UShort,
          ColumnType.Int,
          ColumnType.UInt,
          ColumnType.Long,
          ColumnType.ULong ->
          Optional.of(org.yunga.geodata.table.ColumnType.INTEGER);
      case ColumnType.Bool -> Optional.of(org.yunga.geodata.table.ColumnType.BOOLEAN);
      case ColumnType.Float, ColumnType.Double ->
          Optional.of(org.yunga.geodata.table.ColumnType.DECIMAL);
      case ColumnType.String, ColumnType.Json ->
          Optional.of(org.yunga.geodata.table.ColumnType.TEXT);
      case ColumnType.DateTime ->
          Optional.of(
              DATE_METADATA.equals(metadata)
                  ? org.yunga.geodata.table.ColumnType.DATE
                  : org.yunga.geodata.table.ColumnType.DATE_TIME);
      default -> Optional.empty();
    };
  }

  /** The type that a column is written as. */
  static int code(org.yunga.geodata.table.ColumnType type) {
    return switch (type) {
      case TEXT -> ColumnType.String;
      case INTEGER -> ColumnType.Long;
      case DECIMAL -> ColumnType.Double;
      case BOOLEAN -> ColumnType.Bool;
      case DATE, DATE_TIME -> ColumnType.DateTime;
    };
  }

  /**
   * Reads one value and goes on behind it.
   *
   * @param type code of FlatGeobuf
   * @param column null for a value that is passed over
   * @param flaws receives what is wrong
   * @throws BufferUnderflowException when the bytes end too early
   */
  static Object read(ByteBuffer in, int type, Column column, String place, List<RowFlaw> flaws) {
    return switch (type) {
      case ColumnType.Byte -> (long) in.get();
      case ColumnType.UByte -> (long) Byte.toUnsignedInt(in.get());
      case ColumnType.Bool -> in.get() != 0;
      case ColumnType.Short -> (long) in.getShort();
      case ColumnType.UShort -> (long) Short.toUnsignedInt(in.getShort());
      case ColumnType.Int -> (long) in.getInt();
      case ColumnType.UInt -> Integer.toUnsignedLong(in.getInt());
      case ColumnType.Long -> in.getLong();
      case ColumnType.ULong -> unsigned(in.getLong(), column, place, flaws);
      case ColumnType.Float -> finite(Float.toString(in.getFloat()), column, place, flaws);
      case ColumnType.Double -> finite(in.getDouble(), column, place, flaws);
      default -> text(bytes(in), type, column, place, flaws);
    };
  }

  private static byte[] bytes(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static Long unsigned(long value, Column column, String place, List<RowFlaw> flaws) {
    if (value >= 0) {
      return value;
    }
    return bad(Long.toUnsignedString(value), column, place, flaws);
  }

  /** By its shortest decimal form: 0.1 as a float is 0.1, not 0.10000000149. */
  private static Double finite(String text, Column column, String place, List<RowFlaw> flaws) {
    return finite(Double.parseDouble(text), column, place, flaws);
  }

  private static Double finite(double value, Column column, String place, List<RowFlaw> flaws) {
    if (Double.isFinite(value)) {
      return value;
    }
    return Double.isNaN(value) ? null : bad(Double.toString(value), column, place, flaws);
  }

  private static Object text(
      byte[] bytes, int type, Column column, String place, List<RowFlaw> flaws) {
    if (column == null) {
      return null;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (type == ColumnType.DateTime) {
      Object date =
          column.type() == org.yunga.geodata.table.ColumnType.DATE
              ? Dates.date(text).orElse(null)
              : Dates.dateTime(text)
                  .or(() -> Dates.date(text).map(LocalDate::atStartOfDay))
                  .orElse(null);
      return date == null ? bad(text, column, place, flaws) : date;
    }
    if (text.indexOf(REPLACEMENT) >= 0) {
      flaws.add(new RowFlaw.WrongEncoding(place, column.name(), text, "UTF-8"));
    }
    return text;
  }

  private static <T> T bad(String text, Column column, String place, List<RowFlaw> flaws) {
    if (column != null) {
      flaws.add(new RowFlaw.UnreadableValue(place, column.name(), text, column.type()));
    }
    return null;
  }
}
