package org.yunga.geodata.raster;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/**
 * Which period each class of a raster stands for, as people write it: {@code 1=2001}, or {@code
 * 1-23=2001-2023} for classes that count years.
 */
public final class ClassPeriods {

  private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})-(\\d{1,9})=(\\d{4})-(\\d{4})");
  private static final Pattern ONE = Pattern.compile("(-?\\d{1,9})=(.+)");

  private ClassPeriods() {}

  /**
   * Reads all of them.
   *
   * @throws ExplainedException when one cannot be read, or a class or a period stands twice
   */
  public static SortedMap<Integer, Period> of(List<String> texts) {
    SortedMap<Integer, Period> periods = new TreeMap<>();
    for (String text : texts) {
      add(text.strip(), periods);
    }
    if (periods.isEmpty() || periods.values().stream().distinct().count() < periods.size()) {
      throw wrong(String.join(" ", texts));
    }
    return periods;
  }

  private static void add(String text, SortedMap<Integer, Period> periods) {
    Matcher range = RANGE.matcher(text);
    Matcher one = ONE.matcher(text);
    if (range.matches()) {
      int first = Integer.parseInt(range.group(1));
      int last = Integer.parseInt(range.group(2));
      int year = Integer.parseInt(range.group(3));
      if (last < first || last - first != Integer.parseInt(range.group(4)) - year) {
        throw wrong(text);
      }
      for (int value = first; value <= last; value++) {
        put(text, value, Period.ofYear(year + value - first), periods);
      }
    } else if (one.matches()) {
      put(text, Integer.parseInt(one.group(1)), period(text, one.group(2)), periods);
    } else {
      throw wrong(text);
    }
  }

  private static Period period(String text, String period) {
    try {
      return Period.parse(period);
    } catch (IllegalArgumentException e) {
      throw wrong(text);
    }
  }

  private static void put(
      String text, int value, Period period, SortedMap<Integer, Period> periods) {
    if (periods.put(value, period) != null) {
      throw wrong(text);
    }
  }

  private static ExplainedException wrong(String given) {
    return new ExplainedException(
        "raster_classes_wrong",
        new Bilingual(
            "class '"
                + given
                + "' no vale. Escriba la clase y su período, por ejemplo 21=2021, o un rango de"
                + " clases que cuentan años: 1-23=2001-2023. Cada clase y cada período van una"
                + " vez.",
            "class '"
                + given
                + "' is not valid. Write the class and its period, for example 21=2021, or a range"
                + " of classes that count years: 1-23=2001-2023. Each class and each period goes"
                + " once."));
  }
}
