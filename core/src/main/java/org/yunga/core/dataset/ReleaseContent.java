package org.yunga.core.dataset;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;

/**
 * All that one release holds, as the store keeps it; it fits together: each figure has a key of its
 * own, and refers to what is there. A region may stand here twice, once with its name from the
 * reference data and once with a boundary: the snapshot makes one of them.
 *
 * @param release which one
 * @param catalogue its words
 * @param regions rows of all its datasets: reference data first, boundary datasets after it, each
 *     in order of publication
 * @param figures its figures
 */
public record ReleaseContent(
    Release release, Catalogue catalogue, List<Region> regions, List<Figure> figures) {

  /** Copies the lists, checks that all fits together. */
  public ReleaseContent {
    regions = List.copyOf(regions);
    figures = List.copyOf(figures);
    Set<RegionRef> known = new LinkedHashSet<>();
    for (Region region : regions) {
      catalogue.regionSet(region.ref().regionSet());
      known.add(region.ref());
    }
    Map<Figure.Key, Figure> byKey = new HashMap<>();
    for (Figure figure : figures) {
      check(figure, catalogue, known);
      Figure other = byKey.put(figure.key(), figure);
      if (other != null) {
        throw twice(other, figure);
      }
    }
  }

  private static ExplainedException twice(Figure one, Figure other) {
    Figure.Key key = one.key();
    String what =
        String.join(
            ", ",
            key.region().toString(),
            key.indicator(),
            key.measure().name().toLowerCase(Locale.ROOT),
            key.period().toString(),
            key.series());
    return new ExplainedException(
        "figure_twice",
        new Bilingual(
            "La cifra ("
                + what
                + ") está dos veces: "
                + brought(one)
                + " y "
                + brought(other)
                + ". En una entrega cada cifra está una sola vez: quítela del archivo, o retire el"
                + " otro conjunto de datos.",
            "The figure ("
                + what
                + ") is there twice: "
                + brought(one)
                + " and "
                + brought(other)
                + ". A release has each figure once: take it out of the file, or retire the other"
                + " dataset."));
  }

  private static String brought(Figure figure) {
    String value =
        figure.value().isPresent()
            ? BigDecimal.valueOf(figure.value().getAsDouble()).stripTrailingZeros().toPlainString()
            : figure.state().name().toLowerCase(Locale.ROOT);
    return value + " (" + figure.dataset() + ")";
  }

  private static void check(Figure figure, Catalogue catalogue, Set<RegionRef> known) {
    catalogue.indicator(figure.indicator());
    catalogue.series(figure.series());
    if (!known.contains(figure.region())) {
      throw new UnknownNameException(
          "region", figure.region().toString(), known.stream().map(RegionRef::toString).toList());
    }
  }
}
