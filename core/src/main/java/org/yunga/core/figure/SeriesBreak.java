package org.yunga.core.figure;

import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;

/**
 * A point in time across which an indicator's figures must not be compared silently.
 *
 * @param indicator indicator id
 * @param after last period before the break
 * @param before first period after it
 * @param kind the method changed, or the ground that is watched
 * @param label two or three words for a chart
 * @param explanation what changed
 * @param source where that was read
 */
public record SeriesBreak(
    String indicator,
    Period after,
    Period before,
    Kind kind,
    Bilingual label,
    Bilingual explanation,
    String source) {

  /** What changed. */
  public enum Kind {
    METHOD,
    COVERAGE
  }
}
