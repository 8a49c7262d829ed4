package org.yunga.geodata.format.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs a finished workbook anew with a moment of our choice: fastexcel writes the clock's, and two
 * workbooks of the same rows would differ.
 */
final class WorkbookDate {

  private static final String PROPERTIES = "docProps/core.xml";
  private static final LocalDateTime SAME_BYTES_ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

  private WorkbookDate() {}

  static void set(Path workbook, Instant made) throws IOException {
    Path packed = workbook.resolveSibling(workbook.getFileName() + ".packed");
    try {
      pack(workbook, packed, made.truncatedTo(ChronoUnit.SECONDS));
      Files.move(packed, workbook, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(packed);
    }
  }

  private static void pack(Path from, Path to, Instant made) throws IOException {
    try (ZipFile parts = new ZipFile(from.toFile());
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      Enumeration<? extends ZipEntry> entries = parts.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry dated = new ZipEntry(entry.getName());
        dated.setTimeLocal(SAME_BYTES_ALWAYS);
        zip.putNextEntry(dated);
        try (InputStream in = parts.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            zip.write(dated(text, made).getBytes(StandardCharsets.UTF_8));
          } else {
            in.transferTo(zip);
          }
        }
      }
    }
  }

  private static String dated(String properties, Instant made) {
    return properties.replaceFirst("(<dcterms:created[^>]*>)[^<]*", "$1" + made);
  }
}
