package org.yunga.geodata.format.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates as ISO 8601 writes them. */
public final class Dates {

  private static final int DATE_LENGTH = 10;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

  private Dates() {}

  /** {@code 2024-12-31}, or {@code 2024/12/31} as GDAL writes it; empty for anything else. */
  public static Optional<LocalDate> date(String text) {
    if (text.length() != DATE_LENGTH || !beginsWithDate(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.replace('/', '-')));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * {@code 2024-12-31T08:30:00}, with a blank instead of T, with parts of a second, with a zone
   * (then in UTC), without seconds; empty for anything else.
   */
  public static Optional<LocalDateTime> dateTime(String text) {
    if (text.length() <= DATE_LENGTH || !beginsWithDate(text)) {
      return Optional.empty();
    }
    char separator = text.charAt(DATE_LENGTH);
    if (separator != 'T' && separator != ' ') {
      return Optional.empty();
    }
    String iso =
        text.substring(0, DATE_LENGTH).replace('/', '-') + 'T' + text.substring(DATE_LENGTH + 1);
    try {
      return Optional.of(hasZone(iso) ? utc(iso) : LocalDateTime.parse(iso));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** With milliseconds only where there are some; the form is read by every program. */
  public static String text(LocalDateTime time) {
    return time.getNano() == 0 ? SECONDS.format(time) : MILLIS.format(time);
  }

  /** Always with milliseconds, as GeoPackage wants them. */
  public static String textWithMillis(LocalDateTime time) {
    return MILLIS.format(time);
  }

  private static boolean beginsWithDate(String text) {
    char separator = text.charAt(4);
    return (separator == '-' || separator == '/') && text.charAt(7) == separator;
  }

  private static boolean hasZone(String iso) {
    return iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > DATE_LENGTH;
  }

  private static LocalDateTime utc(String iso) {
    String zoned = iso.matches(".*[+-]\\d\\d") ? iso + ":00" : iso;
    return OffsetDateTime.parse(zoned).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }
}
