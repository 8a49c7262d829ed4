package org.yunga.web.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What is too small, or too near to something else, to be hit: WCAG 2.2, 2.5.8, with its exceptions
 * for what stands in a sentence and for small targets with room around them. Regions on the map are
 * left out, since the list offers the same.
 */
final class TargetSize {

  private static final String RUN =
      """
      () => {
        const LEAST = 24;
        const all = [...document.querySelectorAll(
          'a[href], button, input, select, textarea, summary, [role=slider], [role=option]')]
          .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.unseen, .skip')
            && !e.matches('.unseen'))
          .map((e) => ({ e, r: (e.labels?.[0] && e.type === 'checkbox' ? e.labels[0] : e).getBoundingClientRect() }))
          .filter(({ r }) => r.width > 1 && r.height > 1);
        const small = (r) => r.width < LEAST - 0.5 || r.height < LEAST - 0.5;
        const inText = (e) => getComputedStyle(e).display.startsWith('inline')
          && (e.closest('p, li, dd, td')?.textContent.trim().length ?? 0) > e.textContent.trim().length + 2;
        const middle = (r) => [(r.left + r.right) / 2, (r.top + r.bottom) / 2];
        const near = (a, b) => {
          const [x, y] = middle(a);
          if (small(b)) { const [u, v] = middle(b); return Math.hypot(x - u, y - v) < LEAST; }
          const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom);
          return Math.hypot(dx, dy) < LEAST / 2;
        };
        return all
          .filter(({ e, r }) => small(r) && !inText(e))
          .filter(({ e, r }) => all.some((o) => o.e !== e && !o.e.contains(e) && !e.contains(o.e) && near(r, o.r)))
          .map(({ e, r }) => `${e.dataset.testid ?? e.id ?? ''} ${e.tagName} "${e.textContent.trim().slice(0, 40)}" `
            + `${Math.round(r.width)} x ${Math.round(r.height)}`);
      }
      """;

  private TargetSize() {}

  /** A line for each target that is too small and crowded. */
  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    return (List<String>) page.evaluate(RUN);
  }
}
