package org.yunga.web.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.monitor.Explanation;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.Bilingual;
import org.yunga.web.http.Language;

/** In a few sentences, how a number was made, with the counts that are true of it. */
final class ExplanationWords {

  /** What a row is, and what it is not. */
  static final Bilingual ROWS =
      new Bilingual(
          "Cada fila es una cifra tal como la trae su conjunto de datos. No se guarda en qué línea"
              + " del archivo estaba: se encuentra en él por región, período y serie; el SHA-256"
              + " dice si es el mismo archivo.",
          "Each row is a figure as its dataset brings it. The line of the file that it stood in is"
              + " not kept: it is found there by region, period and series; the SHA-256 tells"
              + " whether it is the same file.");

  private static final Bilingual REPORTED =
      new Bilingual(
          "La cifra está así en la fuente. Yunga no la calcula ni la redondea; solo se redondea lo"
              + " que se muestra.",
          "The figure stands so in the source. Yunga neither computes nor rounds it; only what is"
              + " shown is rounded.");

  private static final Bilingual CONVERTED =
      new Bilingual(
          "La fuente o quien preparó el archivo la estimó o calculó: la nota dice cómo.",
          "The source, or who prepared the file, estimated or computed it: the note says how.");

  private static final Bilingual WITHHELD =
      new Bilingual(
          "La fuente tiene la cifra y no la publica; aquí no se estima ni se deduce.",
          "The source has the figure and does not publish it; here it is neither estimated nor"
              + " deduced.");

  private static final Bilingual NOT_MONITORED =
      new Bilingual(
          "La serie no vigila esta región en este período. No quiere decir que aquí no haya nada.",
          "The series does not monitor this region in this period. That does not mean that there"
              + " is nothing here.");

  private static final Bilingual MISSING =
      new Bilingual(
          "No hay cifra publicada de la serie para esta región y este período.",
          "The series has no published figure of this region and period.");

  private static final Map<ValueState, Bilingual> LEFT_OUT =
      new EnumMap<>(
          Map.of(
              ValueState.NOT_MONITORED, new Bilingual("%d sin vigilar", "%d not monitored"),
              ValueState.MISSING, new Bilingual("%d sin dato", "%d missing"),
              ValueState.WITHHELD,
                  new Bilingual("%d con dato reservado", "%d with a figure that is withheld")));

  private ExplanationWords() {}

  /** How it was made. */
  static Bilingual of(Explanation explanation) {
    return switch (explanation.number().making()) {
      case REPORTED -> reported(explanation);
      case ABSENT -> absent(explanation.number().state());
      case SUM_OF_MEMBERS ->
          joined(
              sum(
                  explanation,
                  new Bilingual("de la lista de la zona", "of the zone's list"),
                  regions(explanation)),
              leftOut(explanation));
      case SUM_OF_REGIONS ->
          joined(
              sum(explanation, new Bilingual("con cifra", "with a figure"), regions(explanation)),
              leftOut(explanation));
    };
  }

  private static Bilingual reported(Explanation explanation) {
    ValueState state = explanation.number().state();
    if (!state.hasValue()) {
      return absent(state);
    }
    boolean isEstimate = explanation.number().figure().orElseThrow().method() == Method.ESTIMATED;
    return isEstimate ? joined(REPORTED, CONVERTED) : REPORTED;
  }

  private static Bilingual absent(ValueState state) {
    return switch (state) {
      case WITHHELD -> WITHHELD;
      case NOT_MONITORED -> NOT_MONITORED;
      default -> MISSING;
    };
  }

  private static Bilingual sum(Explanation explanation, Bilingual which, Bilingual regions) {
    int count = explanation.rows().size();
    boolean isTarget = explanation.query().measure() == Measure.TARGET;
    boolean isStock = explanation.indicator().kind() == Indicator.Kind.STOCK;
    return new Bilingual(
        "Suma hecha por Yunga%s de %d %s %s, de una sola serie y un solo período%s."
            .formatted(
                isTarget ? " con las metas" : "",
                count,
                regions.es(),
                which.es(),
                isStock ? " (lo que había al final de él)" : ""),
        "Sum made by Yunga%s of %d %s %s, of one series and one period only%s."
            .formatted(
                isTarget ? " from the targets" : "",
                count,
                regions.en(),
                which.en(),
                isStock ? " (what there was at its end)" : ""));
  }

  private static Bilingual regions(Explanation explanation) {
    boolean one = explanation.rows().size() == 1;
    if (explanation.number().making() == Explanation.Making.SUM_OF_MEMBERS) {
      return one ? new Bilingual("región", "region") : new Bilingual("regiones", "regions");
    }
    RegionSet set = explanation.regionSet();
    Bilingual name = one ? set.one() : set.name();
    return new Bilingual(lower(name.es()), lower(name.en()));
  }

  /** "Zonas ZEI" becomes "zonas ZEI". */
  private static String lower(String name) {
    boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static Bilingual leftOut(Explanation explanation) {
    if (explanation.leftOut().isEmpty()) {
      return new Bilingual("No queda ninguna fuera.", "None is left out.");
    }
    Map<ValueState, Integer> counts = new EnumMap<>(ValueState.class);
    explanation.leftOut().forEach(one -> counts.merge(one.state(), 1, Integer::sum));
    return new Bilingual(
        "Quedan fuera " + list(counts, Language.SPANISH) + "; no se suman como cero.",
        "Left out are " + list(counts, Language.ENGLISH) + "; they are not added as zero.");
  }

  private static String list(Map<ValueState, Integer> counts, String language) {
    List<String> parts = new ArrayList<>();
    counts.forEach((state, count) -> parts.add(LEFT_OUT.get(state).in(language).formatted(count)));
    return String.join(", ", parts);
  }

  private static Bilingual joined(Bilingual one, Bilingual other) {
    return new Bilingual(one.es() + " " + other.es(), one.en() + " " + other.en());
  }
}
