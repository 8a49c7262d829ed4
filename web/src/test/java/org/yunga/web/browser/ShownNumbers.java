package org.yunga.web.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Numbers as the page shows them, read back. */
final class ShownNumbers {

  private ShownNumbers() {}

  /** The value in the row of a region. */
  static String ofRegion(Page page, String code) {
    return page.locator("[data-testid=region-list] [data-code='" + code + "'] .value")
        .first()
        .textContent()
        .strip();
  }

  /** What the values of the list add up to. */
  static double sumOfList(Page page) {
    page.locator("[data-testid=region-list]:not([aria-busy=true])").waitFor();
    List<String> values = page.locator("[data-testid=region-list] .value").allTextContents();
    return values.stream()
        .filter(text -> text.matches(".*\\d.*"))
        .mapToDouble(ShownNumbers::parse)
        .sum();
  }

  /** {@code 12,200} or {@code S/ 6,100,000} as a number. */
  static double parse(String shown) {
    return Double.parseDouble(shown.replaceAll("[^0-9.\\-]", ""));
  }
}
