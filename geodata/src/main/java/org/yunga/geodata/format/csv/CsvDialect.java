package org.yunga.geodata.format.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.FileExceptions;

/**
 * How a CSV file is written.
 *
 * @param charset of its texts
 * @param mark bytes of the byte order mark, 0 without
 * @param delimiter between cells
 */
record CsvDialect(Charset charset, int mark, char delimiter) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE = 1 << 16;

  /** Learns it from the whole file (encoding) and its beginning (delimiter). */
  static CsvDialect of(Path file, Optional<Charset> known, Notices notices) {
    try {
      byte[] head = head(file);
      if (isBinary(head)) {
        throw FileExceptions.wrongFormat(
            "csv_is_binary",
            file.getFileName().toString(),
            "CSV",
            new Bilingual("trae bytes que no son texto.", "it has bytes that are no text."));
      }
      int mark = markLength(head);
      Charset charset = known.orElseGet(() -> charset(file, head, notices));
      String sample = new String(head, mark, head.length - mark, charset);
      return new CsvDialect(charset, mark, delimiter(sample));
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE);
    }
  }

  private static boolean isBinary(byte[] head) {
    if (markLength(head) == 2) {
      return false; // UTF-16 has bytes of zero
    }
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static int markLength(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) ? 2 : 0;
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset charset(Path file, byte[] head, Notices notices) {
    if (starts(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (isUtf8(file)) {
      return StandardCharsets.UTF_8;
    }
    notices.add(
        "encoding_guessed",
        "",
        new Bilingual(
            "El archivo no está en UTF-8; se leyó como Windows-1252 (Latin-1), como guarda Excel."
                + " Si se ven letras extrañas, indique la codificación o guárdelo como «CSV UTF-8».",
            "The file is not in UTF-8; it was read as Windows-1252 (Latin-1), as Excel saves it. If"
                + " letters look odd, name the encoding, or save it as \"CSV UTF-8\"."));
    return WINDOWS;
  }

  /** Reads all of it: an accent may come late. */
  private static boolean isUtf8(Path file) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
    CharBuffer chars = CharBuffer.allocate(SAMPLE);
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, chars.clear(), end);
        if (result.isError()) {
          result.throwException();
        }
        bytes.compact();
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  /**
   * The sign that parts the most lines into the same number of cells, two or more; signs within
   * quotes do not count.
   */
  private static char delimiter(String sample) {
    char best = ',';
    long bestScore = 0;
    for (char delimiter : DELIMITERS) {
      long score = score(sample, delimiter);
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return best;
  }

  private static long score(String sample, char delimiter) {
    Map<Integer, Integer> linesByCells = new HashMap<>();
    boolean quoted = false;
    int cells = 1;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == delimiter) {
        cells++;
      } else if (!quoted && c == '\n' || i == sample.length() - 1) {
        linesByCells.merge(cells, 1, Integer::sum);
        cells = 1;
      }
    }
    long best = 0;
    for (Map.Entry<Integer, Integer> entry : linesByCells.entrySet()) {
      if (entry.getKey() > 1) {
        best = Math.max(best, 1000L * entry.getValue() + entry.getKey());
      }
    }
    return best;
  }

  /** The text, without the byte order mark. */
  Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), SAMPLE);
    in.skipNBytes(mark);
    return new InputStreamReader(in, charset);
  }
}
