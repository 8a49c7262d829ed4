package org.yunga.geodata.reference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;

/** One row of a shipped CSV file: typed fields that fail with their place. */
final class CsvRow {

  private final String file;
  private final NamedCsvRecord row;

  CsvRow(String file, NamedCsvRecord row) {
    this.file = file;
    this.row = row;
  }

  /** A field that must be filled. */
  String text(String column) {
    return optional(column).orElseThrow(() -> failure(column, "must not be empty", null));
  }

  /** A field that may be left empty. */
  Optional<String> optional(String column) {
    String value = row.getField(column);
    if (!value.equals(value.strip())) {
      throw failure(column, "blanks around '" + value + "'", null);
    }
    return Optional.of(value).filter(v -> !v.isEmpty());
  }

  /** The columns {@code prefix_es} and {@code prefix_en}, both filled. */
  Bilingual bilingual(String prefix) {
    return new Bilingual(text(prefix + "_es"), text(prefix + "_en"));
  }

  /** The columns {@code prefix_es} and {@code prefix_en}: both filled, or both empty. */
  Optional<Bilingual> optionalBilingual(String prefix) {
    boolean absent = optional(prefix + "_es").isEmpty() && optional(prefix + "_en").isEmpty();
    return absent ? Optional.empty() : Optional.of(bilingual(prefix));
  }

  /** A constant of an enumeration, written in lower case. */
  <E extends Enum<E>> E constant(String column, Class<E> type) {
    String value = text(column);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                failure(
                    column,
                    "'"
                        + value
                        + "' is none of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT),
                    null));
  }

  Period period(String column) {
    try {
      return Period.parse(text(column));
    } catch (IllegalArgumentException e) {
      throw failure(column, e.getMessage(), e);
    }
  }

  double number(String column) {
    return optionalNumber(column).orElseThrow(() -> failure(column, "must not be empty", null));
  }

  OptionalDouble optionalNumber(String column) {
    Optional<String> value = optional(column);
    try {
      return value.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(value.get()));
    } catch (NumberFormatException e) {
      throw failure(column, "'" + value.get() + "' is no number", e);
    }
  }

  int whole(String column) {
    double value = number(column);
    if (value != Math.rint(value)) {
      throw failure(column, value + " is no whole number", null);
    }
    return (int) value;
  }

  ReferenceDataException failure(String column, String message, Throwable cause) {
    return new ReferenceDataException(file, row.getStartingLineNumber(), column, message, cause);
  }
}
