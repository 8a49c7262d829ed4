package org.yunga.web.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong with a page for people who use it by keyboard or by screen reader. */
final class Axe {

  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private static final String RUN =
      "async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(v =>"
          + " v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.failureSummary ?? '')))";

  private Axe() {}

  /** A line for each violation of WCAG or of axe's best practices, as the page is now. */
  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    page.evaluate(script());
    return (List<String>) page.evaluate(RUN);
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
