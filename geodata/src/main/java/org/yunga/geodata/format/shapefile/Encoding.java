package org.yunga.geodata.format.shapefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yunga.geodata.table.RowFlaw;

/** How the texts of a {@code .dbf} are encoded, and decoding that tells what does not fit. */
final class Encoding {

  static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final Pattern CODE_PAGE = Pattern.compile("(?:ANSI |CP|WINDOWS-)?(\\d{3,5})");
  private static final int LONGEST_SIGN = 4;

  private final Charset charset;
  private final CharsetDecoder decoder;

  Encoding(Charset charset) {
    this.charset = charset;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  Charset charset() {
    return charset;
  }

  /**
   * What a {@code .cpg} says: {@code UTF-8}, {@code 1252}, {@code ISO 88591}, {@code ANSI 1252}.
   */
  static Optional<Charset> ofCpg(String text) {
    String name = text.toUpperCase(Locale.ROOT).strip();
    if (name.replaceAll("[^A-Z0-9]", "").matches("ISO8859-?1|ISO88591|88591|LATIN1|8859_?1")) {
      return Optional.of(WINDOWS); // a superset, and what such files really hold
    }
    Matcher page = CODE_PAGE.matcher(name);
    if (page.matches()) {
      name = page.group(1).equals("65001") ? "UTF-8" : codePage(page.group(1));
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static String codePage(String number) {
    return number.startsWith("125") ? "windows-" + number : "IBM" + number;
  }

  /**
   * The language byte of the head, where it is beyond doubt; ANSI bytes are set by all and none.
   */
  static Optional<Charset> ofLanguage(int languageByte) {
    return switch (languageByte) {
      case 0x01 -> ofCpg("437");
      case 0x02 -> ofCpg("850");
      case 0x64 -> ofCpg("852");
      case 0xC8 -> ofCpg("1250");
      case 0xC9 -> ofCpg("1251");
      default -> Optional.empty();
    };
  }

  /**
   * Tells UTF-8 from Windows-1252 by the bytes above 127; empty when there are none.
   *
   * @param bytes texts, possibly cut within a sign here and there
   */
  static Optional<Charset> guess(byte[] bytes, int length) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < length; i++) {
      int lead = bytes[i] & 0xff;
      if (lead < 0x80) {
        continue;
      }
      int more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
      boolean valid = more > 0 && lead < 0xf5 && i + more < length;
      for (int k = 1; valid && k <= more; k++) {
        valid = (bytes[i + k] & 0xc0) == 0x80;
      }
      if (valid) {
        good++;
        i += more;
      } else {
        bad++;
      }
    }
    if (good + bad == 0) {
      return Optional.empty();
    }
    return Optional.of(good > bad ? StandardCharsets.UTF_8 : WINDOWS);
  }

  String text(byte[] record, int from, int to, String column, String place, List<RowFlaw> flaws) {
    if (isAscii(record, from, to)) {
      return new String(record, from, to - from, StandardCharsets.ISO_8859_1);
    }
    for (int cut = 0; cut < LONGEST_SIGN && to - cut > from; cut++) {
      // many programs cut texts at the width of the field, in the middle of a sign
      try {
        return decoder.decode(ByteBuffer.wrap(record, from, to - cut - from)).toString();
      } catch (CharacterCodingException e) {
        continue;
      }
    }
    String spoilt = new String(record, from, to - from, charset);
    flaws.add(new RowFlaw.WrongEncoding(place, column, spoilt, charset.name()));
    return spoilt;
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
