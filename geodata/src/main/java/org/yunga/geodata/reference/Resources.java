package org.yunga.geodata.reference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yunga.geodata.read.FileHash;

/** The shipped files, by their path below this package. */
final class Resources {

  /** Folders of the shipped data; each has a SHA256SUMS that names its files. */
  static final List<String> FOLDERS = List.of("catalogue", "departments", "figures", "regions");

  private Resources() {}

  static InputStream open(String path) {
    InputStream in = Resources.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(
          "The program is incomplete: resource " + path + " is missing");
    }
    return in;
  }

  static byte[] bytes(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One hash for all files, taken over the lists of their hashes only: nothing else is read.
   *
   * @param suffix is hashed too
   */
  static String sha256(String suffix) {
    ByteArrayOutputStream sums = new ByteArrayOutputStream();
    FOLDERS.forEach(folder -> sums.writeBytes(bytes(folder + "/SHA256SUMS")));
    sums.writeBytes(suffix.getBytes(StandardCharsets.UTF_8));
    return FileHash.sha256(sums.toByteArray());
  }
}
