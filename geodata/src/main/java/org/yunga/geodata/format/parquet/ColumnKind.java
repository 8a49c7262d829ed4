package org.yunga.geodata.format.parquet;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.yunga.geodata.table.ColumnType;

/** How values of a column are kept in Parquet. */
enum ColumnKind {
  TEXT(Type.BYTE_ARRAY),
  INTEGER(Type.INT64),
  DECIMAL(Type.DOUBLE),
  BOOLEAN(Type.BOOLEAN),
  DATE(Type.INT32),
  DATE_TIME(Type.INT64),
  WKB(Type.BYTE_ARRAY);

  private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

  private final Type stored;

  ColumnKind(Type stored) {
    this.stored = stored;
  }

  static ColumnKind of(ColumnType type) {
    return valueOf(type.name());
  }

  Type stored() {
    return stored;
  }

  /** Says what the stored values mean. */
  void describe(SchemaElement element) {
    switch (this) {
      case TEXT -> {
        element.setConverted_type(ConvertedType.UTF8);
        element.setLogicalType(LogicalType.STRING(new StringType()));
      }
      case DATE -> {
        element.setConverted_type(ConvertedType.DATE);
        element.setLogicalType(LogicalType.DATE(new DateType()));
      }
      case DATE_TIME ->
          element.setLogicalType(
              LogicalType.TIMESTAMP(new TimestampType(false, TimeUnit.MICROS(new MicroSeconds()))));
      default -> {
        // the stored type says it all
      }
    }
  }

  /** A value as the pages take it: bytes, a long, an int, a double or a boolean. */
  Object plain(Object value) {
    return switch (this) {
      case TEXT -> ((String) value).getBytes(StandardCharsets.UTF_8);
      case DATE -> Math.toIntExact(((LocalDate) value).toEpochDay());
      case DATE_TIME -> ChronoUnit.MICROS.between(EPOCH, (LocalDateTime) value);
      default -> value;
    };
  }
}
