package org.yunga.geodata.plots;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A number in a cell, as people type it: {@code 0,35}, {@code 1.234,5}, {@code 1,234}. A mark that
 * could part thousands or decimals gives two readings.
 */
final class NumberText {

  private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final Pattern ONE_MARK = Pattern.compile("[-+]?\\d+[.,]\\d+");
  private static final Pattern GROUPS = Pattern.compile("[-+]?\\d{1,3}([.,' ])\\d{3}(\\1\\d{3})*");
  private static final Pattern GROUPS_AND_DECIMALS =
      Pattern.compile("[-+]?\\d{1,3}([., '])\\d{3}(\\1\\d{3})*(?!\\1)[.,]\\d+");

  private NumberText() {}

  /**
   * How a text can be read.
   *
   * @param readings none when it is no number, two when nothing in it decides
   * @param plain whether it is written as programs do
   */
  record Readings(List<Double> readings, boolean plain) {}

  static Readings of(Object cell) {
    if (cell instanceof Number number) {
      return new Readings(List.of(number.doubleValue()), true);
    }
    String text = cell.toString().strip().replace('\u00A0', ' ');
    boolean grouped = GROUPS.matcher(text).matches();
    boolean oneMark = ONE_MARK.matcher(text).matches();
    if (grouped && oneMark && !text.matches("[-+]?0[.,].*")) {
      return new Readings(List.of(withoutGroups(text), asDecimal(text)), false);
    }
    if (PLAIN.matcher(text).matches()) {
      return new Readings(List.of(Double.parseDouble(text)), true);
    }
    if (oneMark) {
      return new Readings(List.of(asDecimal(text)), false);
    }
    if (grouped) {
      return new Readings(List.of(withoutGroups(text)), false);
    }
    if (GROUPS_AND_DECIMALS.matcher(text).matches()) {
      int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
      String whole = text.substring(0, last).replaceAll("[., ']", "");
      return new Readings(
          List.of(Double.parseDouble(whole + "." + text.substring(last + 1))), false);
    }
    return new Readings(List.of(), false);
  }

  private static double withoutGroups(String text) {
    return Double.parseDouble(text.replaceAll("[., ']", ""));
  }

  private static double asDecimal(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }
}
