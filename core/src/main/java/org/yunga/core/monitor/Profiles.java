package org.yunga.core.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yunga.core.figure.Figure;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.RegionSet;
import org.yunga.core.region.Ubigeo;
import org.yunga.core.snapshot.Snapshot;

/** Answers what is known of one region. */
final class Profiles {

  private final Snapshot snapshot;

  Profiles(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  RegionProfile of(RegionRef ref) {
    Region region = snapshot.region(ref);
    return new RegionProfile(
        snapshot.release(),
        region,
        region.parent().flatMap(this::find),
        snapshot.figures(ref).stream().sorted(order()).toList(),
        parts(region));
  }

  private Optional<Region> find(RegionRef ref) {
    return snapshot.regions(ref.regionSet()).stream()
        .filter(region -> region.ref().equals(ref))
        .findFirst();
  }

  private Comparator<Figure> order() {
    List<Indicator> indicators = snapshot.catalogue().indicators();
    Map<String, Integer> position =
        IntStream.range(0, indicators.size())
            .boxed()
            .collect(Collectors.toMap(i -> indicators.get(i).id(), i -> i));
    return Comparator.comparing((Figure figure) -> position.get(figure.indicator()))
        .thenComparing(Figure::measure)
        .thenComparing(Figure::period)
        .thenComparing(figure -> snapshot.catalogue().series(figure.series()).rank());
  }

  private List<RegionProfile.PartsSum> parts(Region whole) {
    List<RegionProfile.PartsSum> parts = new ArrayList<>();
    if (snapshot.catalogue().regionSet(whole.ref().regionSet()).kind() == RegionSet.Kind.ZONE) {
      return parts; // a code that begins alike means nothing there
    }
    for (RegionSet set : snapshot.catalogue().regionSets()) {
      if (set.kind() == RegionSet.Kind.POLITICAL) {
        for (Figure figure : snapshot.figures(whole.ref())) {
          sumOfParts(figure, set).ifPresent(parts::add);
        }
      }
    }
    return parts;
  }

  private Optional<RegionProfile.PartsSum> sumOfParts(Figure whole, RegionSet set) {
    Indicator indicator = snapshot.catalogue().indicator(whole.indicator());
    if (indicator.space() != Indicator.SpaceRule.SUM || !whole.state().hasValue()) {
      return Optional.empty();
    }
    List<Figure> parts =
        snapshot.figures(whole.indicator(), set.id()).stream()
            .filter(part -> part.state().hasValue() && isPart(part, whole))
            .toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    double sum =
        FigureTables.denoised(parts.stream().mapToDouble(part -> part.value().getAsDouble()).sum());
    return Optional.of(
        new RegionProfile.PartsSum(
            set.id(),
            whole.key(),
            sum,
            parts.size(),
            whole,
            FigureTables.denoised(sum - whole.value().getAsDouble())));
  }

  private static boolean isPart(Figure part, Figure whole) {
    return Ubigeo.isWithin(part.region().code(), whole.region().code())
        && part.measure() == whole.measure()
        && part.period().equals(whole.period())
        && part.series().equals(whole.series());
  }
}
