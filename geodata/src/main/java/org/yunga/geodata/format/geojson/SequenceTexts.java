package org.yunga.geodata.format.geojson;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.yunga.geodata.table.FileExceptions;

/**
 * The texts of a sequence as bytes: parted by record separators when the file begins with one, else
 * by line ends. Blank ones are passed over.
 */
final class SequenceTexts implements AutoCloseable {

  private static final int RECORD_SEPARATOR = 0x1e;
  private static final int LONGEST = 1 << 27;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Path file;
  private final InputStream in;
  private final int separator;
  private boolean ended;
  private long line = 1;
  private long lineOfText = 1;

  SequenceTexts(Path file) {
    this.file = file;
    try {
      in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      in.mark(BYTE_ORDER_MARK.length);
      if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
        in.reset();
      }
      in.mark(1);
      separator = in.read() == RECORD_SEPARATOR ? RECORD_SEPARATOR : '\n';
      in.reset();
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  /** The next text; null after the last. */
  byte[] next() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean blank = true;
    lineOfText = line;
    try {
      while (!ended) {
        int sign = in.read();
        line += sign == '\n' ? 1 : 0;
        if (sign >= 0 && sign != separator) {
          boolean space = sign <= ' ';
          lineOfText = blank && !space ? line : lineOfText;
          blank &= space;
          text.write(sign);
          if (text.size() > LONGEST) {
            String place = "línea/line " + lineOfText;
            throw FileExceptions.tooLarge(
                file.getFileName().toString(), place, text.size(), LONGEST);
          }
          continue;
        }
        ended = sign < 0;
        if (!blank) {
          return text.toByteArray();
        }
        text.reset();
      }
      return null;
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  /** Where the text that was given last begins, 1 first. */
  long line() {
    return lineOfText;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }
}
