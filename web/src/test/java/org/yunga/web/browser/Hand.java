package org.yunga.web.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** How somebody works the page: with a mouse, or with the keyboard alone. */
enum Hand {
  MOUSE {
    @Override
    void press(Locator target) {
      target.click();
    }

    @Override
    void choose(Locator list, String label) {
      list.selectOption(new SelectOption().setLabel(label));
    }
  },

  KEYBOARD {
    @Override
    void press(Locator target) {
      reach(target);
      target.page().keyboard().press("Enter");
    }

    @Override
    void choose(Locator list, String label) {
      for (int step = 0; step < MOST_STEPS; step++) {
        // each entry on the way is shown, and the list may be another by then
        reach(list);
        int away = (int) list.evaluate(AWAY, label);
        if (away == 0) {
          return;
        }
        list.page().keyboard().press(away > 0 ? "ArrowDown" : "ArrowUp");
      }
      throw new AssertionError("The arrows do not come to " + label);
    }
  };

  /** More steps than any page has things to come to. */
  private static final int MOST_STEPS = 400;

  private static final String IS_FOCUSED = "element => element === document.activeElement";

  /** How many entries down a wanted one is. */
  private static final String AWAY =
      "(list, label) =>"
          + " [...list.options].findIndex((o) => o.label.trim() === label) - list.selectedIndex";

  /** A button or link. */
  abstract void press(Locator target);

  /** An entry of a list of the browser's own. */
  abstract void choose(Locator list, String label);

  /**
   * Goes from one thing to the next until it comes to this one, as somebody without a mouse has to.
   */
  static void reach(Locator target) {
    Page page = target.page();
    target.waitFor();
    for (int step = 0; step < MOST_STEPS; step++) {
      if (target.evaluate(IS_FOCUSED).equals(true)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The keyboard does not come to " + target);
  }
}
