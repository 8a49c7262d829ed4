package org.yunga.geodata.figures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.core.period.Period;

/** Periods as offices write them. */
final class PeriodText {

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");
  private static final Pattern YEARS =
      Pattern.compile("((?:19|20)\\d\\d)\\s*(?:-|–|/|a|al)\\s*((?:19|20)\\d\\d)");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?:([1-4])|(IV|I{1,3}))\\s*(?:°|º|er|do|to)?\\s*(?:T|TRIM(?:ESTRE)?)\\.?\\s*(?:DE(?:L)?\\s*)?(\\d{4})");
  private static final Pattern MONTH =
      Pattern.compile("([a-záéíóú]{3,10})\\.?\\s*(?:de(?:l)?\\s*|-|/)?\\s*(\\d{4})");
  private static final List<String> MONTHS =
      List.of("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic");
  private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

  private PeriodText() {}

  /** A cell that is a period and nothing else: ISO 8601, years, a quarter or a month in Spanish. */
  static Optional<Period> of(String text) {
    String given = text.strip();
    try {
      return Optional.of(Period.parse(given));
    } catch (IllegalArgumentException e) {
      return spanish(given);
    }
  }

  private static Optional<Period> spanish(String given) {
    Matcher years = YEARS.matcher(given);
    if (years.matches() && years.group(1).compareTo(years.group(2)) < 0) {
      return Optional.of(Period.parse(years.group(1) + "/" + years.group(2)));
    }
    Matcher quarter = QUARTER.matcher(given.toUpperCase(Locale.ROOT));
    if (quarter.matches()) {
      String number =
          quarter.group(1) != null
              ? quarter.group(1)
              : String.valueOf(ROMAN.indexOf(quarter.group(2)) + 1);
      return Optional.of(Period.parse(quarter.group(3) + "-Q" + number));
    }
    Matcher month = MONTH.matcher(given.toLowerCase(Locale.ROOT));
    if (month.matches()) {
      String name = month.group(1).startsWith("set") ? "sep" : month.group(1).substring(0, 3);
      int index = MONTHS.indexOf(name);
      if (index >= 0) {
        return Optional.of(
            Period.parse(month.group(2) + String.format(Locale.ROOT, "-%02d", index + 1)));
      }
    }
    return Optional.empty();
  }

  /** The one period that a head or a title names; empty when it names none, or several. */
  static Optional<Period> within(String text) {
    Matcher years = YEARS.matcher(text);
    if (years.find() && years.group(1).compareTo(years.group(2)) < 0) {
      return Optional.of(Period.parse(years.group(1) + "/" + years.group(2)));
    }
    List<String> single =
        YEAR.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    return single.size() == 1 ? Optional.of(Period.parse(single.get(0))) : Optional.empty();
  }
}
