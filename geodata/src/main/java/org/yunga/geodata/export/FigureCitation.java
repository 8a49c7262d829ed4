package org.yunga.geodata.export;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresAnswer;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;

/**
 * How some of the figures of an answer are called and cited.
 *
 * @param title indicator, unit, regions, periods
 * @param sources titles of the reports that they are from
 * @param text the suggested citation
 */
public record FigureCitation(Bilingual title, Set<String> sources, Bilingual text) {

  /** Of these cells of the answer. */
  public static FigureCitation of(FiguresAnswer answer, Collection<Cell> cells) {
    Set<String> sources = new LinkedHashSet<>();
    cells.forEach(cell -> cell.figure().ifPresent(figure -> sources.add(figure.source().title())));
    Bilingual title = title(answer, when(cells));
    String all = String.join("; ", sources);
    return new FigureCitation(
        title,
        sources,
        new Bilingual(
            "%s. Yunga, entrega %s, con fuentes: %s"
                .formatted(title.es(), answer.release().id(), all),
            "%s. Yunga, release %s, with sources: %s"
                .formatted(title.en(), answer.release().id(), all)));
  }

  /** The period, or the first and the last of them. */
  static String when(Collection<Cell> cells) {
    Period first = null;
    Period last = null;
    for (Cell cell : cells) {
      first = first == null || cell.period().compareTo(first) < 0 ? cell.period() : first;
      last = last == null || cell.period().compareTo(last) > 0 ? cell.period() : last;
    }
    if (first == null) {
      return "-";
    }
    return first.equals(last) ? first.toString() : first + " - " + last;
  }

  private static Bilingual title(FiguresAnswer answer, String when) {
    String unit = " (" + answer.unit().id() + "), ";
    return new Bilingual(
        answer.indicator().name().es() + unit + answer.regionSet().name().es() + ", " + when,
        answer.indicator().name().en() + unit + answer.regionSet().name().en() + ", " + when);
  }
}
