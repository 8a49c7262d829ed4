package org.yunga.core.figure;

/**
 * Where a number stands.
 *
 * @param title the publication
 * @param locator where in it: a URL, a page, a slide
 */
public record Source(String title, String locator) {

  /** Refuses a nameless source: every number carries one. */
  public Source {
    if (title == null || title.isBlank()) {
      throw new IllegalArgumentException("A source needs a title");
    }
    locator = locator == null ? "" : locator;
  }
}
