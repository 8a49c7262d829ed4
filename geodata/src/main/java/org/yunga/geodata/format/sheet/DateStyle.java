package org.yunga.geodata.format.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.geodata.format.support.Dates;

/** How dates are written. */
enum DateStyle {
  /** {@code 2024-12-31}. */
  ISO,
  /** {@code 31/12/2024}, as in Peru. */
  DAY_FIRST,
  /** {@code 12/31/2024}. */
  MONTH_FIRST;

  private static final Pattern PARTS = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

  /** The date that a text means in this style; null when it is none. */
  LocalDate parse(String text) {
    if (this == ISO) {
      return Dates.date(text).orElse(null);
    }
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    int first = Integer.parseInt(parts.group(1));
    int second = Integer.parseInt(parts.group(2));
    int year = Integer.parseInt(parts.group(3));
    try {
      return this == DAY_FIRST
          ? LocalDate.of(year, second, first)
          : LocalDate.of(year, first, second);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
