package org.yunga.core.figure;

import org.yunga.core.text.Bilingual;

/**
 * Why a series has no figures for some regions, where the indicator's own rule would say something
 * wrong: a survey did look, but its figure for the region was not read, or not published.
 *
 * @param regionSet region set id
 * @param indicator indicator id
 * @param series series id, or {@code *} for all
 * @param codes a region code, the start of codes followed by {@code *}, or {@code *} for all
 * @param state not monitored, missing or withheld
 * @param explanation why
 */
public record AbsenceRule(
    String regionSet,
    String indicator,
    String series,
    String codes,
    ValueState state,
    Bilingual explanation) {

  private static final String ANY = "*";

  /** Refuses states that come with a value. */
  public AbsenceRule {
    if (state.hasValue()) {
      throw new IllegalArgumentException("An absence is not the state " + state);
    }
  }

  /** Whether the rule speaks of this region in this series. */
  public boolean holds(String set, String indicatorId, String seriesId, String code) {
    boolean codeFits =
        codes.endsWith(ANY)
            ? code.startsWith(codes.substring(0, codes.length() - ANY.length()))
            : code.equals(codes);
    return regionSet.equals(set)
        && indicator.equals(indicatorId)
        && (forAllSeries() || series.equals(seriesId))
        && codeFits;
  }

  /** Whether it speaks of every series. */
  public boolean forAllSeries() {
    return series.equals(ANY);
  }
}
