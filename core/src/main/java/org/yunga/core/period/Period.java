package org.yunga.core.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of whole days, half-open: {@code start} belongs to it, {@code end} does not.
 *
 * <p>Written in ISO 8601, in the shortest form that says it: {@code 2024}, {@code 2024-Q1}, {@code
 * 2024-03}, {@code 2012/2014} (the three years 2012, 2013 and 2014), {@code 2015-01-01/2015-11-02}
 * (both days included). {@link #parse} and {@link #toString} are inverse to each other.
 *
 * @param start first day
 * @param end the day after the last one; after {@code start}
 */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {

  /** The last one that four digits can write. */
  private static final int LAST_YEAR = 9999;

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private static final Comparator<Period> BY_TIME =
      Comparator.comparing(Period::start).thenComparing(Period::end);

  /** Checks that the span holds at least one day. */
  public Period {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("A period ends after it starts: " + start + " .. " + end);
    }
    if (start.getYear() < 0 || end.minusDays(1).getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("Years are 0000 to 9999: " + start + " .. " + end);
    }
  }

  /** What a period means for sums: only whole years may enter a yearly sum. */
  public enum Kind {
    YEAR,
    QUARTER,
    MONTH,
    /** Two or more whole years given as one total. */
    SEVERAL_YEARS,
    /** Any other span; often a part of a year, cumulative to a date. */
    OTHER
  }

  /** The calendar year. */
  public static Period ofYear(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  /** From the first to the last day, both included. */
  public static Period ofDays(LocalDate first, LocalDate last) {
    return new Period(first, last.plusDays(1));
  }

  /**
   * Reads the ISO 8601 forms named above.
   *
   * @throws IllegalArgumentException when the text is none of them; the message names them
   */
  public static Period parse(String text) {
    Objects.requireNonNull(text, "text");
    try {
      int slash = text.indexOf('/');
      if (slash < 0) {
        return parsePart(text);
      }
      Period first = parsePart(text.substring(0, slash));
      Period last = parsePart(text.substring(slash + 1));
      return new Period(first.start, last.end);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a period; write a year 2024, a quarter 2024-Q1, a month 2024-03, years"
              + " 2012/2014, or days 2015-01-01/2015-11-02",
          e);
    }
  }

  private static Period parsePart(String text) {
    if (YEAR.matcher(text).matches()) {
      return ofYear(Integer.parseInt(text));
    }
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      int firstMonth = Integer.parseInt(quarter.group(2)) * 3 - 2;
      LocalDate start = LocalDate.of(Integer.parseInt(quarter.group(1)), firstMonth, 1);
      return new Period(start, start.plusMonths(3));
    }
    if (MONTH.matcher(text).matches()) {
      LocalDate start = YearMonth.parse(text).atDay(1);
      return new Period(start, start.plusMonths(1));
    }
    if (DAY.matcher(text).matches()) {
      LocalDate day = LocalDate.parse(text);
      return new Period(day, day.plusDays(1));
    }
    throw new IllegalArgumentException("neither year, quarter, month nor day: '" + text + "'");
  }

  /** The kind, derived from the two days. */
  public Kind kind() {
    if (start.getDayOfYear() == 1 && end.getDayOfYear() == 1) {
      return end.getYear() == start.getYear() + 1 ? Kind.YEAR : Kind.SEVERAL_YEARS;
    }
    if (start.getDayOfMonth() == 1) {
      if (end.equals(start.plusMonths(1))) {
        return Kind.MONTH;
      }
      if (end.equals(start.plusMonths(3)) && (start.getMonthValue() - 1) % 3 == 0) {
        return Kind.QUARTER;
      }
    }
    return Kind.OTHER;
  }

  /** Whether this is one calendar year, the only kind that enters yearly series. */
  public boolean isYear() {
    return kind() == Kind.YEAR;
  }

  /** The last day that belongs to the period. */
  public LocalDate lastDay() {
    return end.minusDays(1);
  }

  @Override
  public int compareTo(Period other) {
    return BY_TIME.compare(this, other);
  }

  /** The shortest ISO 8601 form. */
  @Override
  public String toString() {
    return switch (kind()) {
      case YEAR -> format("%04d", start.getYear());
      case QUARTER -> format("%04d-Q%d", start.getYear(), (start.getMonthValue() + 2) / 3);
      case MONTH -> YearMonth.from(start).toString();
      case SEVERAL_YEARS -> format("%04d/%04d", start.getYear(), end.getYear() - 1);
      case OTHER -> end.equals(start.plusDays(1)) ? start.toString() : start + "/" + lastDay();
    };
  }

  /** With ASCII digits, whatever the language of the machine. */
  private static String format(String pattern, Object... numbers) {
    return String.format(Locale.ROOT, pattern, numbers);
  }
}
