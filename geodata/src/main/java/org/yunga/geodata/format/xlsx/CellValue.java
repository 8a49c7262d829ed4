package org.yunga.geodata.format.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.yunga.geodata.format.sheet.RawRow;

/**
 * What a cell holds. Numbers are dates only by their format; formulas count with the value that was
 * last computed.
 */
final class CellValue {

  /**
   * Day 0 of workbooks: Excel believes that 1900 was a leap year, so days before March 1900 differ.
   */
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final int LEAP_DAY = 60;
  private static final long SECONDS = 24 * 60 * 60;

  /** Texts in quotes, colours and conditions in brackets, escaped signs. */
  private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");

  private static final Pattern DATE = Pattern.compile("(?i).*[yd].*|.*m+[/-].*");
  private static final Pattern CODE = Pattern.compile("0{2,18}");
  private static final Pattern DECIMALS = Pattern.compile(".*[0#]\\.[0#]+.*");
  private static final Pattern ERROR = Pattern.compile("#([A-Z]+[!?]|DIV/0!|N/A)");
  private static final double LARGEST_WHOLE = 1e15;

  private final LocalDate dayZero;
  private final boolean leapYear1900;

  CellValue(boolean date1904) {
    this.dayZero = date1904 ? DAY_0_OF_1904 : DAY_0;
    this.leapYear1900 = !date1904;
  }

  static boolean isPercentage(Cell cell) {
    String format = cell.getDataFormatString();
    return cell.getValue() instanceof BigDecimal
        && format != null
        && NOT_FORMAT.matcher(format).replaceAll("").indexOf('%') >= 0;
  }

  /** As {@link RawRow} has it. */
  Object of(Cell cell) {
    if (isError(cell)) {
      return new RawRow.CellError(cell.getRawValue() == null ? "#" : cell.getRawValue());
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(number, cell.getDataFormatString());
    }
    if (value instanceof String text) {
      String stripped = text.strip();
      return stripped.isEmpty() ? null : stripped;
    }
    return value instanceof Boolean ? value : null;
  }

  /** The reader gives what a failed formula shows as a text. */
  private static boolean isError(Cell cell) {
    return cell.getType() == CellType.ERROR
        || cell.getType() == CellType.FORMULA
            && cell.getValue() instanceof String text
            && ERROR.matcher(text).matches();
  }

  private Object number(BigDecimal number, String given) {
    String format = given == null ? "" : NOT_FORMAT.matcher(given).replaceAll("");
    String positive = format.split(";", -1)[0];
    if (DATE.matcher(positive).matches() && number.signum() >= 0) {
      return date(number);
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (whole && CODE.matcher(positive).matches() && number.signum() >= 0) {
      String digits = number.toBigInteger().toString();
      return "0".repeat(Math.max(0, positive.length() - digits.length())) + digits;
    }
    double value = number.doubleValue();
    boolean decimals = DECIMALS.matcher(positive).matches();
    return whole && !decimals && Math.abs(value) < LARGEST_WHOLE
        ? (Object) number.longValue()
        : (Object) value;
  }

  private Object date(BigDecimal serial) {
    long day = serial.setScale(0, RoundingMode.FLOOR).longValue();
    BigDecimal time = serial.subtract(BigDecimal.valueOf(day));
    long second =
        time.multiply(BigDecimal.valueOf(SECONDS)).setScale(0, RoundingMode.HALF_UP).longValue();
    LocalDate date = dayZero.plusDays(leapYear1900 && day < LEAP_DAY ? day + 1 : day);
    return second == 0 ? date : (Object) date.atStartOfDay().plusSeconds(second);
  }
}
