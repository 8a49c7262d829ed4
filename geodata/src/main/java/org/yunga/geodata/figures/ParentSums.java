package org.yunga.geodata.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.geodata.load.UbigeoSet;

/**
 * Whether provinces add up to what their department has, districts to their province, departments
 * to the country: in the same series and period, of what sums over space. Siblings that the table
 * lacks count with their published figures.
 */
final class ParentSums {

  /** Published numbers are rounded: so much, and a thousandth, may be between. */
  private static final double ROUNDING = 1;

  private static final double SHARE = 0.001;

  private final Catalogue catalogue;
  private final ReleaseFigures release;
  private final Map<RegionRef, List<Region>> children = new HashMap<>();
  private final Map<RegionRef, String> names = new HashMap<>();

  ParentSums(Catalogue catalogue, Collection<Region> regions, ReleaseFigures release) {
    this.catalogue = catalogue;
    this.release = release;
    for (Region region : regions) {
      names.put(region.ref(), region.name());
      parent(region.ref())
          .ifPresent(one -> children.computeIfAbsent(one, any -> new ArrayList<>()).add(region));
    }
  }

  private static Optional<RegionRef> parent(RegionRef ref) {
    return UbigeoSet.byId(ref.regionSet()).map(set -> set.parent(ref.code()));
  }

  /** A note for each parent whose children say otherwise. */
  List<FigureProblem> check(String file, Map<Figure.Key, Figure> given) {
    Map<Figure.Key, Integer> parents = new LinkedHashMap<>();
    for (Figure.Key key : given.keySet()) {
      if (catalogue.indicator(key.indicator()).space() == Indicator.SpaceRule.SUM) {
        parent(key.region()).ifPresent(one -> parents.merge(of(one, key), 1, Integer::sum));
      }
    }
    List<FigureProblem> problems = new ArrayList<>();
    for (Figure.Key key : parents.keySet()) {
      release
          .published(key)
          .flatMap(whole -> compared(file, key, whole.value().getAsDouble(), given))
          .ifPresent(problems::add);
    }
    return problems;
  }

  private Optional<FigureProblem> compared(
      String file, Figure.Key parent, double whole, Map<Figure.Key, Figure> given) {
    double sum = 0;
    boolean all = true;
    for (Region child : children.getOrDefault(parent.region(), List.of())) {
      Figure.Key key = of(child.ref(), parent);
      Optional<Figure> figure =
          Optional.ofNullable(given.get(key)).or(() -> release.published(key));
      sum += figure.map(one -> one.value().orElse(0)).orElse(0.0);
      all &= figure.isPresent();
    }
    double between = Math.max(ROUNDING, SHARE * Math.abs(whole));
    boolean disagrees = sum > whole + between || all && sum < whole - between;
    CellPlace place =
        new CellPlace(
            file,
            OptionalLong.empty(),
            Optional.empty(),
            Optional.of(names.getOrDefault(parent.region(), parent.region().code())));
    return disagrees
        ? Optional.of(
            new ValueProblem.ParentDisagrees(
                place,
                names.getOrDefault(parent.region(), parent.region().code()),
                parent.indicator(),
                parent.period().toString(),
                sum,
                whole))
        : Optional.empty();
  }

  private static Figure.Key of(RegionRef region, Figure.Key like) {
    return new Figure.Key(region, like.indicator(), like.measure(), like.period(), like.series());
  }
}
