package org.yunga.geodata.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.indicator.Indicator;

/**
 * Which indicator a head and its titles speak of, by the stems of words that they share with its
 * names. Words of the head count twice; words of the indicator's short name that neither has count
 * against it, so that the plainer indicator wins; of equals the one that the others are parts of.
 */
final class IndicatorFinder {

  private static final int STEM = 5;
  private static final int CANDIDATES = 5;
  private static final Set<String> EMPTY =
      Set.of(
          "para",
          "por",
          "con",
          "sin",
          "del",
          "los",
          "las",
          "una",
          "que",
          "numero",
          "hectareas",
          "and",
          "the",
          "total",
          "meta",
          "metas",
          "departamento",
          "region",
          "provincia",
          "distrito",
          "peru");
  private static final double FROM_TITLE = 1;
  private static final double FROM_HEAD = 2;
  private static final double MISSING = 0.25;

  private final Catalogue catalogue;

  IndicatorFinder(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Indicators, the best first.
   *
   * @param candidates those that share a word; empty when none does
   * @param sure whether the first is better than the second
   */
  record Found(List<Indicator> candidates, boolean sure) {
    Optional<Indicator> best() {
      return sure ? Optional.of(candidates.get(0)) : Optional.empty();
    }
  }

  private record Scored(Indicator indicator, double score) {}

  Found find(String head, List<String> titles, Optional<String> unit) {
    Optional<Indicator> named =
        catalogue.indicators().stream().filter(i -> i.id().equals(head.strip())).findFirst();
    if (named.isPresent()) {
      return new Found(List.of(named.get()), true);
    }
    Set<String> headStems = stems(head);
    Set<String> titleStems = stems(String.join(" ", titles));
    List<Scored> scored =
        catalogue.indicators().stream()
            .filter(i -> unit.isEmpty() || i.unit().equals(unit.get()))
            .map(i -> new Scored(i, score(i, headStems, titleStems, unit.isPresent())))
            .filter(s -> s.score > 0)
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .toList();
    List<Indicator> best =
        scored.stream().filter(s -> s.score == scored.get(0).score).map(Scored::indicator).toList();
    Optional<Indicator> general =
        best.stream().filter(i -> best.stream().allMatch(o -> isPartOf(o, i))).findFirst();
    return general
        .map(indicator -> new Found(List.of(indicator), true))
        .orElseGet(
            () ->
                new Found(
                    scored.stream().map(Scored::indicator).limit(CANDIDATES).toList(), false));
  }

  /** Ids of parts begin with that of the whole: coca_area, coca_area_buffer_zone. */
  private static boolean isPartOf(Indicator part, Indicator whole) {
    return part.id().equals(whole.id()) || part.id().startsWith(whole.id() + "_");
  }

  /** 0 when less than half of the short name is there, and no unit says that it is meant. */
  private static double score(
      Indicator indicator, Set<String> head, Set<String> titles, boolean unitNamed) {
    Set<String> shortName = stems(indicator.lead().es() + " " + indicator.shortName().es());
    Set<String> all = new LinkedHashSet<>(shortName);
    all.addAll(stems(indicator.name().es()));
    all.addAll(stems(indicator.name().en()));
    double score = 0;
    for (String stem : all) {
      score += head.contains(stem) ? FROM_HEAD : titles.contains(stem) ? FROM_TITLE : 0;
    }
    long missing =
        shortName.stream().filter(stem -> !head.contains(stem) && !titles.contains(stem)).count();
    boolean enough = missing * 2 <= shortName.size() || unitNamed;
    return score > 0 && enough ? score - MISSING * missing : 0;
  }

  private static Set<String> stems(String text) {
    return Arrays.stream(UnitText.plain(text).split("[^a-z]+"))
        .filter(word -> word.length() > 3 && !EMPTY.contains(word))
        .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
