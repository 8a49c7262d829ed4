package org.yunga.web.data;

import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.web.http.Rendered;

/**
 * Names a release of one store as one version of the program tells it, such as {@code
 * 3-1f2e3d4c5b}. The number alone would not do: another store has a release 3 too, and what a
 * browser keeps for ever under an address must never be another store's, or in the form of another
 * version.
 *
 * @param number of the release
 * @param text the whole key
 */
public record ReleaseKey(long number, String text) {

  private static final int DIGITS = 10;

  /**
   * The key of a release.
   *
   * @param program hash of the program's files
   */
  public static ReleaseKey of(Release release, String program) {
    StringBuilder content = new StringBuilder(program).append(release.publishedAt());
    release.datasets().stream().map(Dataset::id).forEach(content::append);
    String hash = Rendered.of(content.toString(), "").hash().substring(0, DIGITS);
    return new ReleaseKey(release.number(), release.id() + "-" + hash);
  }

  /** The number of the release that a key is of; -1 when it is no key. */
  static long number(String key) {
    return key.matches("\\d{1,15}-[0-9a-f]{10}")
        ? Long.parseLong(key.substring(0, key.indexOf('-')))
        : -1;
  }
}
