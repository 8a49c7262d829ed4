package org.yunga.geodata.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Name and first bytes of a file: enough to tell its format.
 *
 * @param name in lower case, without folder
 * @param bytes the first {@value #BYTES}, fewer when the file is shorter
 * @param path for formats that must look further (what a zip holds)
 */
public record FileHead(String name, byte[] bytes, Path path) {

  /** How much of a file is looked at. */
  public static final int BYTES = 4096;

  /**
   * Of a file.
   *
   * @throws org.yunga.core.text.ExplainedException when it cannot be opened
   */
  public static FileHead of(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw FileExceptions.unreadable(file, null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      return new FileHead(name, in.readNBytes(BYTES), file);
    } catch (IOException e) {
      throw FileExceptions.unreadable(file, e);
    }
  }

  /** Whether the name ends in a dot and this. */
  public boolean hasExtension(String extension) {
    return name.endsWith("." + extension);
  }

  /** Whether the file begins with these bytes; signs above 127 are bytes of Latin-1. */
  public boolean startsWith(String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= wanted.length
        && Arrays.equals(wanted, 0, wanted.length, bytes, 0, wanted.length);
  }

  /** The first bytes as UTF-8, without a byte order mark and blanks before the first sign. */
  public String text() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
  }
}
