package org.yunga.geodata.reference;

/** The shipped data contradicts itself; the message names file, line and column. */
public final class ReferenceDataException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ReferenceDataException(String file, long line, String column, String message, Throwable cause) {
    super(
        "Reference data, "
            + file
            + ", line "
            + line
            + (column == null ? "" : ", column " + column)
            + ": "
            + message,
        cause);
  }
}
