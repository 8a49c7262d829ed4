package org.yunga.geodata.format.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.table.ColumnType;

/** Learns what the values of one column are. */
final class ColumnScan {

  private static final int SAMPLE = 3;

  private final NumberShape.Evidence numbers = new NumberShape.Evidence();
  private final Map<DateStyle, Long> dates = new EnumMap<>(DateStyle.class);
  private final StringBuilder examples = new StringBuilder();
  private int exampleCount;
  private long texts;
  private long numericTexts;
  private long dateTimeTexts;
  private long booleanTexts;
  private long wholes;
  private long decimals;
  private long booleans;
  private long realDates;
  private long realDateTimes;
  private String firstText;

  void add(Object cell) {
    if (cell instanceof String text) {
      addText(text);
    } else if (cell instanceof Long) {
      wholes++;
    } else if (cell instanceof Double) {
      decimals++;
    } else if (cell instanceof Boolean) {
      booleans++;
    } else if (cell instanceof LocalDate) {
      realDates++;
    } else if (cell instanceof LocalDateTime) {
      realDateTimes++;
    }
  }

  private void addText(String text) {
    texts++;
    if (firstText == null) {
      firstText = text;
    }
    NumberShape shape = NumberShape.of(text);
    if (shape != NumberShape.TEXT) {
      numbers.add(shape);
      numericTexts++;
      addExample(shape, text);
      return;
    }
    for (DateStyle style : DateStyle.values()) {
      if (style.parse(text) != null) {
        dates.merge(style, 1L, Long::sum);
      }
    }
    if (Dates.dateTime(text).isPresent()) {
      dateTimeTexts++;
    }
    if (BooleanText.of(text) != null) {
      booleanTexts++;
    }
  }

  private void addExample(NumberShape shape, String text) {
    boolean telling = shape != NumberShape.INTEGER && shape != NumberShape.CODE;
    if (telling && exampleCount < SAMPLE) {
      examples.append(exampleCount++ == 0 ? "" : "; ").append(text);
    }
  }

  boolean isEmpty() {
    return texts + wholes + decimals + booleans + realDates + realDateTimes == 0;
  }

  /** The first text, for a look at what it is; null when there is none. */
  String firstText() {
    return firstText;
  }

  NumberShape.Evidence numbers() {
    return numbers;
  }

  /** Numbers whose marks matter, as they stand. */
  String examples() {
    return examples.toString();
  }

  /** Whether all that is there are numbers, or texts that may be. */
  boolean isNumeric() {
    long others = booleans + realDates + realDateTimes + texts - numericTexts;
    return others == 0 && !isEmpty() && numbers.count(NumberShape.CODE) == 0;
  }

  /** Whether numbers are kept as text beside or instead of real ones. */
  boolean hasRealNumbers() {
    return wholes + decimals > 0;
  }

  boolean hasNumericTexts() {
    return numericTexts > 0;
  }

  /** The type of a column of numbers, its texts read in a style. */
  ColumnType numberType(NumberStyle style) {
    long marked = numbers.count(NumberShape.POINT) + numbers.count(NumberShape.COMMA);
    long decimalTexts =
        style == NumberStyle.COMMA
            ? numbers.count(NumberShape.COMMA_OR_THOUSANDS)
            : numbers.count(NumberShape.POINT_OR_THOUSANDS);
    return decimals + marked + decimalTexts == 0 ? ColumnType.INTEGER : ColumnType.DECIMAL;
  }

  /** The type of a column that is not numeric. */
  ColumnType otherType() {
    long real = wholes + decimals;
    if (booleans + booleanTexts > 0
        && real + realDates + realDateTimes == 0
        && texts == booleanTexts) {
      return ColumnType.BOOLEAN;
    }
    if (real + booleans == 0 && texts == 0 && realDates + realDateTimes > 0) {
      return realDateTimes > 0 ? ColumnType.DATE_TIME : ColumnType.DATE;
    }
    if (real + booleans + realDates + realDateTimes == 0) {
      if (dateTimeTexts > 0 && dateTimeTexts == texts) {
        return ColumnType.DATE_TIME;
      }
      if (dateStyle() != null) {
        return ColumnType.DATE;
      }
    }
    return ColumnType.TEXT;
  }

  /** The style in which all texts are dates, the one of Peru before that of others; or null. */
  DateStyle dateStyle() {
    for (DateStyle style : DateStyle.values()) {
      if (texts > 0 && dates.getOrDefault(style, 0L) == texts) {
        return style;
      }
    }
    return null;
  }

  /** Whether day and month could change places in every date. */
  boolean isDateAmbiguous() {
    return dateStyle() == DateStyle.DAY_FIRST
        && dates.getOrDefault(DateStyle.MONTH_FIRST, 0L) == texts;
  }
}
