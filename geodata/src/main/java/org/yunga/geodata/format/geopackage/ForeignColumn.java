package org.yunga.geodata.format.geopackage;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;

/** The types that columns declare (clause 1.1.1.1.3), and those that others write all the same. */
final class ForeignColumn {

  private static final Pattern WIDTH = Pattern.compile(".*\\((\\d{1,6})\\).*");

  private ForeignColumn() {}

  /** Empty for bytes. */
  static Optional<Column> of(String name, String declared) {
    String type = declared == null ? "" : declared.toUpperCase(Locale.ROOT).strip();
    Matcher width = WIDTH.matcher(type);
    OptionalInt characters =
        width.matches() ? OptionalInt.of(Integer.parseInt(width.group(1))) : OptionalInt.empty();
    if (type.startsWith("BLOB")) {
      return Optional.empty();
    }
    ColumnType columnType = type(type);
    return Optional.of(
        new Column(
            name, columnType, columnType == ColumnType.TEXT ? characters : OptionalInt.empty()));
  }

  private static ColumnType type(String declared) {
    if (declared.startsWith("BOOL")) {
      return ColumnType.BOOLEAN;
    }
    if (declared.startsWith("DATETIME") || declared.startsWith("TIMESTAMP")) {
      return ColumnType.DATE_TIME;
    }
    if (declared.equals("DATE")) {
      return ColumnType.DATE;
    }
    if (declared.contains("INT")) {
      return ColumnType.INTEGER;
    }
    if (declared.contains("REAL")
        || declared.contains("FLOA")
        || declared.contains("DOUB")
        || declared.contains("NUM")
        || declared.contains("DEC")) {
      return ColumnType.DECIMAL;
    }
    return ColumnType.TEXT;
  }
}
