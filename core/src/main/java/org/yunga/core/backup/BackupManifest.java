package org.yunga.core.backup;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup says of itself.
 *
 * @param madeAt when, to the second
 * @param program version of the program that made it
 * @param storeKind {@code geopackage} or {@code postgis}: where the store was kept
 * @param schema version of the GeoPackage inside
 * @param release number of the newest release; 0 for none
 * @param auditHead hash of the newest entry of the audit
 * @param rows how many rows each table has
 */
public record BackupManifest(
    Instant madeAt,
    String program,
    String storeKind,
    int schema,
    long release,
    String auditHead,
    SortedMap<String, Long> rows) {

  /** The layout of the file that this program writes and reads. */
  static final int LAYOUT = 1;

  private static final String ROWS = "rows.";

  /** Lines of name and value, in UTF-8. */
  byte[] toBytes() {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("yunga-backup", LAYOUT);
    lines.put("made-at", madeAt);
    lines.put("program", program);
    lines.put("store-kind", storeKind);
    lines.put("schema", schema);
    lines.put("release", release);
    lines.put("audit-head", auditHead);
    rows.forEach((table, count) -> lines.put(ROWS + table, count));
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when these are not the lines of a manifest
   */
  static BackupManifest of(byte[] bytes) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon < 1) {
        throw new IllegalArgumentException("Not a line of a manifest: " + line);
      }
      lines.put(line.substring(0, colon), line.substring(colon + 2));
    }
    SortedMap<String, Long> rows = new TreeMap<>();
    lines.forEach(
        (name, value) -> {
          if (name.startsWith(ROWS)) {
            rows.put(name.substring(ROWS.length()), Long.valueOf(value));
          }
        });
    try {
      return new BackupManifest(
          Instant.parse(value(lines, "made-at")),
          value(lines, "program"),
          value(lines, "store-kind"),
          Integer.parseInt(value(lines, "schema")),
          Long.parseLong(value(lines, "release")),
          value(lines, "audit-head"),
          rows);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Not a time: " + e.getMessage(), e);
    }
  }

  /** The layout that a manifest says it has; 0 when it is none. */
  static int layout(byte[] bytes) {
    String first = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
    return first.matches("yunga-backup: [0-9]{1,9}")
        ? Integer.parseInt(first.substring("yunga-backup: ".length()))
        : 0;
  }

  private static String value(Map<String, String> lines, String name) {
    String value = lines.get(name);
    if (value == null) {
      throw new IllegalArgumentException("A manifest without " + name);
    }
    return value;
  }
}
