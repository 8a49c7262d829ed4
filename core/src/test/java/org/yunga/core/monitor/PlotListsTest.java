package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.wkt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotIndexVisitor;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotPacker;
import org.yunga.core.plot.PlotRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/** Four datasets of areas, lines and points, one of them retired, in trees merged and not. */
class PlotListsTest {

  private static final List<String> IN_FORCE = List.of("b", "a", "d");
  private static PlotIndex apart;
  private static PlotIndex merged;

  @BeforeAll
  static void makePlots() {
    Random random = new Random(1);
    Map<String, List<PlotPack>> packs = new HashMap<>();
    for (String dataset : List.of("a", "b", "c", "d")) {
      List<Plot> plots = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        plots.add(plot(random));
      }
      packs.put(dataset, PlotPacker.pack(plots::forEach));
    }
    PlotIndex all = PlotIndex.NONE.follow(List.of(), List.of("c", "b", "a"), packs::get).merged();
    apart = all.follow(List.of(), IN_FORCE, packs::get);
    merged = apart.merged();
    assertThat(apart.trees()).hasSizeGreaterThan(merged.trees().size());
  }

  private static Plot plot(Random random) {
    double x = -75 + random.nextDouble();
    double y = -8 + random.nextDouble();
    double east = x + 0.05 * random.nextDouble();
    int year = 2020 + random.nextInt(2);
    return switch (random.nextInt(3)) {
      case 0 -> new Plot("well", year, wkt("POINT (%s %s)".formatted(x, y)));
      case 1 -> new Plot("road", year, wkt("LINESTRING (%s %s, %s %2$s)".formatted(x, y, east)));
      default ->
          new Plot(
              "coca_field",
              year,
              wkt(
                  "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %2$s))"
                      .formatted(x, y, east, y + 0.01)));
    };
  }

  private static Snapshot snapshot(PlotIndex plots) {
    Dataset dataset = Dataset.of("synthetic/a", "t", "s", "l", "f", "0".repeat(64));
    Release release = new Release(1, Instant.EPOCH, List.of(dataset));
    return Snapshot.of(
        new ReleaseContent(release, catalogue(), List.of(), List.of()), Optional.of(plots));
  }

  /** All that lies on the ground, found without any order. */
  private static List<PlotList.Item> expected(PlotListQuery query) {
    List<PlotList.Item> found = new ArrayList<>();
    apart.ask(
        QueryPolygon.of(EqualAreaFrame.project(query.ground())),
        new PlotIndexVisitor() {
          @Override
          public void whole(AggregateTree tree, int from, int to) {
            for (int place = from; place < to; place++) {
              cut(tree, place, tree.plotSize(place), true);
            }
          }

          @Override
          public void cut(AggregateTree tree, int place, long inside, boolean counts) {
            var slot = apart.slots().get(tree.slot(place));
            if (query.kind().map(slot.kind()::equals).orElse(true)
                && (query.year().isEmpty() || query.year().getAsInt() == slot.year())) {
              PlotRef ref = apart.ref(tree, place);
              found.add(new PlotList.Item(ref, slot, tree.plotSize(place), inside, counts));
            }
          }
        });
    found.sort(
        Comparator.comparing((PlotList.Item item) -> item.ref().dataset())
            .thenComparing(item -> item.ref().number()));
    return found;
  }

  private static List<PlotList.Item> joined(PlotIndex plots, PlotListQuery first) {
    Snapshot snapshot = snapshot(plots);
    List<PlotList.Item> all = new ArrayList<>();
    PlotListQuery query = first;
    while (true) {
      PlotList page = PlotLists.of(snapshot, query);
      assertThat(page.plots()).hasSizeLessThanOrEqualTo(first.limit());
      all.addAll(page.plots());
      if (page.next().isEmpty()) {
        return all;
      }
      query =
          new PlotListQuery(first.ground(), first.kind(), first.year(), page.next(), first.limit());
    }
  }

  private static Geometry square(double side) {
    return wkt(
        "POLYGON ((-74.9 -7.9, %1$s -7.9, %1$s %2$s, -74.9 %2$s, -74.9 -7.9))"
            .formatted(-74.9 + side, -7.9 + side));
  }

  /** From a few of all plots to nearly all of them, which are found in two ways. */
  @ParameterizedTest
  @CsvSource({
    "0.02, , , 3",
    "0.1, , , 1",
    "0.1, , , 7",
    "0.3, , , 50",
    "0.3, road, , 10",
    "0.8, , , 1",
    "0.8, , , 64",
    "0.8, coca_field, 2021, 5",
    "0.8, well, , 1000",
    "3, , , 1000",
    "3, , 2020, 17"
  })
  void allPagesJoinedAreTheWholeInTheOrderOfNames(
      double side, String kind, Integer year, int limit) {
    PlotListQuery query =
        new PlotListQuery(
            square(side),
            Optional.ofNullable(kind),
            year == null ? OptionalInt.empty() : OptionalInt.of(year),
            Optional.empty(),
            limit);
    List<PlotList.Item> whole = expected(query);

    assertThat(whole).isNotEmpty();
    assertThat(whole).extracting(item -> item.ref().dataset()).doesNotContain("c");
    assertThat(joined(apart, query)).isEqualTo(whole);
    assertThat(joined(merged, query)).isEqualTo(whole);
  }

  @Test
  void aPageBehindTheLastPlotIsEmpty() {
    PlotListQuery query =
        new PlotListQuery(
            square(3),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.of(new PlotRef("d", 399)),
            10);
    assertThat(PlotLists.of(snapshot(merged), query).plots()).isEmpty();
  }
}
