package org.yunga.geodata.table;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What the values of a column are; each value is of the class named, or null. */
public enum ColumnType {
  /** {@link String}, as the file gives it; codes such as {@code 010101} are text. */
  TEXT(String.class),
  /** {@link Long}. */
  INTEGER(Long.class),
  /** {@link Double}, always finite. */
  DECIMAL(Double.class),
  /** {@link Boolean}. */
  BOOLEAN(Boolean.class),
  /** {@link LocalDate}. */
  DATE(LocalDate.class),
  /** {@link LocalDateTime}: UTC where the file gives a zone, else as it stands in the file. */
  DATE_TIME(LocalDateTime.class);

  private final Class<?> valueClass;

  ColumnType(Class<?> valueClass) {
    this.valueClass = valueClass;
  }

  /** The one class of all values that are not null. */
  public Class<?> valueClass() {
    return valueClass;
  }
}
