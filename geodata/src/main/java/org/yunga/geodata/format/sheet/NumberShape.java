package org.yunga.geodata.format.sheet;

import java.util.regex.Pattern;

/** What the marks in a text say of it as a number. */
public enum NumberShape {
  /** {@code 12}, {@code -3}, {@code 12 345}. */
  INTEGER,
  /** {@code 010101}, or more digits than a number can keep: to be kept as text. */
  CODE,
  /** {@code 12.5}, {@code 1,234.5}, {@code 1,234,567}: the point stands before decimals. */
  POINT,
  /** {@code 12,5}, {@code 1.234,5}, {@code 1.234.567}. */
  COMMA,
  /** {@code 1,234}: a thousand, or one and a bit. */
  COMMA_OR_THOUSANDS,
  /** {@code 1.234}. */
  POINT_OR_THOUSANDS,
  /** Anything else. */
  TEXT;

  private static final int MOST_DIGITS = 15;
  private static final String BLANK = "[ \\u00a0\\u2009\\u202f'’]";
  private static final Pattern SIGN = Pattern.compile("^[-\u2212]\\s?");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern SPACED = Pattern.compile("\\d{1,3}(" + BLANK + "\\d{3})+");
  private static final Pattern SPACED_POINT = Pattern.compile(SPACED.pattern() + "\\.\\d+");
  private static final Pattern SPACED_COMMA = Pattern.compile(SPACED.pattern() + ",\\d+");
  private static final Pattern SURE_POINT =
      Pattern.compile(
          "\\d{1,3}(,\\d{3})+\\.\\d+|[1-9]\\d{0,2}(,\\d{3}){2,}|\\d*\\.?\\d+[eE][-+]?\\d+");
  private static final Pattern SURE_COMMA =
      Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d+|[1-9]\\d{0,2}(\\.\\d{3}){2,}");
  private static final Pattern EITHER_COMMA = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
  private static final Pattern EITHER_POINT = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
  private static final Pattern WITH_POINT = Pattern.compile("\\d*\\.\\d+|\\d+\\.");
  private static final Pattern WITH_COMMA = Pattern.compile("\\d*,\\d+");

  /** Looks at a text without blanks around it. */
  public static NumberShape of(String text) {
    if (text.isEmpty() || !isLikely(text)) {
      return TEXT;
    }
    String bare = SIGN.matcher(text).replaceFirst("");
    if (DIGITS.matcher(bare).matches()) {
      boolean code = bare.length() > 1 && bare.charAt(0) == '0' || bare.length() > MOST_DIGITS;
      return code ? CODE : INTEGER;
    }
    if (SPACED.matcher(bare).matches()) {
      return INTEGER;
    }
    if (SURE_POINT.matcher(bare).matches() || SPACED_POINT.matcher(bare).matches()) {
      return POINT;
    }
    if (SURE_COMMA.matcher(bare).matches() || SPACED_COMMA.matcher(bare).matches()) {
      return COMMA;
    }
    if (EITHER_COMMA.matcher(bare).matches()) {
      return COMMA_OR_THOUSANDS;
    }
    if (EITHER_POINT.matcher(bare).matches()) {
      return POINT_OR_THOUSANDS;
    }
    if (WITH_POINT.matcher(bare).matches()) {
      return POINT;
    }
    return WITH_COMMA.matcher(bare).matches() ? COMMA : TEXT;
  }

  /** Spares most texts the patterns. */
  private static boolean isLikely(String text) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return text.length() < 40
        && (first >= '0' && first <= '9' || "-.,\u2212".indexOf(first) >= 0)
        && (last >= '0' && last <= '9' || last == '.');
  }

  /** What several texts say together of their style. */
  public static final class Evidence {
    private final long[] counts = new long[NumberShape.values().length];

    /** Takes one more into account. */
    public void add(NumberShape shape) {
      counts[shape.ordinal()]++;
    }

    /** How many were of a shape. */
    public long count(NumberShape shape) {
      return counts[shape.ordinal()];
    }

    /** Whether some say one thing and some the other, so that no style holds for all. */
    public boolean contradictsItself() {
      return count(POINT) > 0 && count(COMMA) > 0;
    }

    /** Whether the style matters, and nothing decides it. */
    public boolean isAmbiguous() {
      return sure() == null && count(COMMA_OR_THOUSANDS) + count(POINT_OR_THOUSANDS) > 0;
    }

    /** The style that the texts show beyond doubt; null when there is none. */
    public NumberStyle sure() {
      boolean both = count(COMMA_OR_THOUSANDS) > 0 && count(POINT_OR_THOUSANDS) > 0;
      if (contradictsItself() || both && count(POINT) + count(COMMA) == 0) {
        return null;
      }
      if (count(POINT) > 0) {
        return NumberStyle.POINT;
      }
      return count(COMMA) > 0 ? NumberStyle.COMMA : null;
    }
  }
}
