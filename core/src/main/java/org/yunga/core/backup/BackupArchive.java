package org.yunga.core.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The ZIP of a backup: the store, what it says of itself, and the sums of both. */
final class BackupArchive {

  static final String MANIFEST = "manifest.txt";
  static final String STORE = "yunga.gpkg";
  static final String SUMS = "SHA256SUMS";

  /** A manifest or list of sums is a few hundred bytes; what is larger is something else. */
  private static final int MOST_WORDS = 1 << 16;

  static final byte[] MAGIC = {'P', 'K', 3, 4};

  private BackupArchive() {}

  static void write(Path archive, BackupManifest manifest, Path store) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
      Map<String, String> sums = new LinkedHashMap<>();
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(manifest.toBytes());
      sums.put(MANIFEST, hex(sha256().digest(manifest.toBytes())));
      zip.putNextEntry(new ZipEntry(STORE));
      try (InputStream in = Files.newInputStream(store)) {
        sums.put(STORE, copy(in, zip));
      }
      zip.putNextEntry(new ZipEntry(SUMS));
      StringBuilder lines = new StringBuilder();
      sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
      zip.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * Takes the store out of an archive, after all sums were compared.
   *
   * @param archive the ZIP
   * @param named the file that messages name
   * @param store where to write it
   * @throws org.yunga.core.text.ExplainedException when something is missing or not as it was
   *     written, or the program is too old for it
   */
  static BackupManifest read(Path archive, Path named, Path store, int newestSchema)
      throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      byte[] words = words(zip, named, MANIFEST);
      String sums = new String(words(zip, named, SUMS), StandardCharsets.US_ASCII);
      compare(named, MANIFEST, sums, hex(sha256().digest(words)));
      BackupManifest manifest = manifest(words, named, newestSchema);
      try (InputStream in = zip.getInputStream(entry(zip, named, STORE));
          OutputStream out = Files.newOutputStream(store)) {
        compare(named, STORE, sums, copy(in, out));
      }
      return manifest;
    } catch (ZipException | IllegalArgumentException | java.io.EOFException e) {
      throw BackupExceptions.damaged(named, "ZIP", e);
    }
  }

  private static BackupManifest manifest(byte[] words, Path named, int newestSchema) {
    if (BackupManifest.layout(words) > BackupManifest.LAYOUT) {
      throw BackupExceptions.newer(named, MANIFEST + " " + BackupManifest.layout(words));
    }
    BackupManifest manifest = BackupManifest.of(words);
    if (manifest.schema() > newestSchema) {
      throw BackupExceptions.newer(named, manifest.program());
    }
    return manifest;
  }

  private static byte[] words(ZipFile zip, Path named, String name) throws IOException {
    try (InputStream in = zip.getInputStream(entry(zip, named, name))) {
      return in.readNBytes(MOST_WORDS);
    }
  }

  private static ZipEntry entry(ZipFile zip, Path named, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw BackupExceptions.notABackup(named);
    }
    return entry;
  }

  private static void compare(Path named, String name, String sums, String sum) {
    if (sums.lines().noneMatch((sum + "  " + name)::equals)) {
      throw BackupExceptions.damaged(named, name, null);
    }
  }

  /** Gives the SHA-256 of what was copied. */
  private static String copy(InputStream in, OutputStream out) throws IOException {
    DigestInputStream hashed = new DigestInputStream(in, sha256());
    hashed.transferTo(out);
    return hex(hashed.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
