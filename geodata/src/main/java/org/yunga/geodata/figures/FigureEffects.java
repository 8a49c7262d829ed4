package org.yunga.geodata.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.RegionRef;
import org.yunga.geodata.intake.RegionEffect;

/** What an edition of figures would change, figure by figure: each is the total of its region. */
public final class FigureEffects {

  private FigureEffects() {}

  /** All of it, in the order of the changes. */
  public static List<RegionEffect> of(FigureEdition edition, ReleaseContent content) {
    Map<RegionRef, String> names = new HashMap<>();
    content.regions().forEach(region -> names.putIfAbsent(region.ref(), region.name()));
    return edition.changes().stream()
        .map(
            change -> {
              Figure.Key key = change.key();
              return new RegionEffect(
                  Optional.of(key.region()),
                  names.getOrDefault(key.region(), key.region().code()),
                  String.join(
                      ", ",
                      key.indicator(),
                      key.measure().name().toLowerCase(Locale.ROOT),
                      key.series()),
                  key.period().toString(),
                  content.catalogue().indicator(key.indicator()).unit(),
                  value(change.before()),
                  value(change.after()),
                  change.isAdded() ? 0 : 1,
                  change.isDropped() ? 0 : 1);
            })
        .toList();
  }

  private static OptionalDouble value(Optional<Figure> figure) {
    return figure.map(Figure::value).orElse(OptionalDouble.empty());
  }
}
