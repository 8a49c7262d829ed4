package org.yunga.core.dataset;

import java.util.Objects;

/**
 * One delivery: what came, from whom, under which licence.
 *
 * @param id unique for ever: the key and the start of the hash
 * @param key what it is an edition of; publishing retires the edition before
 * @param title in the source's words
 * @param source who brought it or published it
 * @param licence under which it may be used
 * @param fileName name of the file it came from, without folders
 * @param sha256 hash of that file, 64 hexadecimal digits
 */
public record Dataset(
    String id,
    String key,
    String title,
    String source,
    String licence,
    String fileName,
    String sha256) {

  /** Keys of datasets that bring boundaries start so; the id of the region set follows. */
  public static final String BOUNDARIES = "boundaries/";

  /** Keys of datasets that were made up, for trying and measuring, start so. */
  public static final String SYNTHETIC = "synthetic/";

  private static final int ID_DIGITS = 8;

  /** Checks that nothing is left out. */
  public Dataset {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(licence, "licence");
    Objects.requireNonNull(fileName, "fileName");
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a SHA-256 in hexadecimal digits: " + sha256);
    }
  }

  /** A dataset whose id is made of key and hash: the same file has the same id. */
  public static Dataset of(
      String key, String title, String source, String licence, String fileName, String sha256) {
    return new Dataset(idOf(key, sha256), key, title, source, licence, fileName, sha256);
  }

  /** Whether it was made up. */
  public boolean isSynthetic() {
    return key.startsWith(SYNTHETIC);
  }

  /** Whether it brings boundaries, which may stand beside anything. */
  public boolean isBoundaries() {
    return key.startsWith(BOUNDARIES);
  }

  /** The id that a delivery of this key and hash has. */
  public static String idOf(String key, String sha256) {
    return key + "@" + sha256.substring(0, ID_DIGITS);
  }
}
