package org.yunga.web.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, both ends in it.
 *
 * @param first 0 for the first byte
 * @param last at least {@code first - 1}
 */
record ByteRange(long first, long last) {

  /** Eighteen digits fit a long. */
  private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  static ByteRange whole(long bytes) {
    return new ByteRange(0, bytes - 1);
  }

  /**
   * What {@code Range} asks for; the whole where it asks for several parts or in words that we do
   * not know, as RFC 9110 (14.2) allows.
   *
   * @return empty when the part begins behind the end
   */
  static Optional<ByteRange> parse(String header, long bytes) {
    Matcher match = ONE.matcher(header);
    if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
      return Optional.of(whole(bytes));
    }
    if (match.group(1).isEmpty()) {
      long wanted = Long.parseLong(match.group(2));
      return wanted == 0 || bytes == 0
          ? Optional.empty()
          : Optional.of(new ByteRange(Math.max(0, bytes - wanted), bytes - 1));
    }
    long first = Long.parseLong(match.group(1));
    long last = match.group(2).isEmpty() ? bytes - 1 : Long.parseLong(match.group(2));
    if (!match.group(2).isEmpty() && last < first) {
      return Optional.of(whole(bytes));
    }
    return first >= bytes
        ? Optional.empty()
        : Optional.of(new ByteRange(first, Math.min(last, bytes - 1)));
  }

  long bytes() {
    return last - first + 1;
  }

  /** The value of {@code Content-Range}. */
  String told(long ofBytes) {
    return "bytes " + first + "-" + last + "/" + ofBytes;
  }
}
