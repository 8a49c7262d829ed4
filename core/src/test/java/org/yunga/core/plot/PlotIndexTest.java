package org.yunga.core.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.text;
import static org.yunga.core.Fixtures.wkt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.space.EqualAreaFrame;

/** Whatever the way to a release was, its answers are those of an index that is built at once. */
class PlotIndexTest {

  private static final List<PlotKind> KINDS =
      List.of(
          kind("field", PlotForm.AREA, Optional.of(Sharing.WITH_POINT)),
          kind("lot", PlotForm.AREA, Optional.of(Sharing.BY_SIZE)),
          kind("road", PlotForm.LINE, Optional.of(Sharing.BY_SIZE)),
          kind("well", PlotForm.POINT, Optional.empty()));

  private final Map<String, List<Plot>> datasets = new TreeMap<>();

  private static PlotKind kind(String id, PlotForm form, Optional<Sharing> sharing) {
    return new PlotKind(
        id, text(id), "Blues", form, sharing.map(how -> new PlotValue(text("value"), "", how)));
  }

  private static Plot plot(Random random) {
    PlotKind kind = KINDS.get(random.nextInt(KINDS.size()));
    int year = 2010 + random.nextInt(4);
    double x = -75 + random.nextInt(50) / 100.0;
    double y = -9 + random.nextInt(50) / 100.0;
    double w = 0.01 * (1 + random.nextInt(3));
    String geometry =
        switch (kind.form()) {
          case AREA -> "POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %2$f))";
          case LINE -> "LINESTRING (%1$f %2$f, %3$f %4$f)";
          case POINT -> "POINT (%1$f %2$f)";
        };
    OptionalDouble value =
        kind.value().isPresent() && random.nextBoolean()
            ? OptionalDouble.of(random.nextInt(1000))
            : OptionalDouble.empty();
    return new Plot(
        kind.id(), year, wkt(String.format(Locale.ROOT, geometry, x, y, x + w, y + w)), value);
  }

  private List<PlotPack> packs(String dataset) {
    return PlotPacker.pack(datasets.get(dataset)::forEach);
  }

  private PlotIndex built(Set<String> inForce) {
    List<Plot> all = new ArrayList<>();
    new TreeSet<>(inForce).forEach(dataset -> all.addAll(datasets.get(dataset)));
    return PlotIndex.NONE.follow(KINDS, List.of("all"), unused -> PlotPacker.pack(all::forEach));
  }

  private static QueryPolygon query(Random random) {
    double x = -75 + random.nextInt(40) / 100.0;
    double y = -9 + random.nextInt(40) / 100.0;
    double w = random.nextInt(30) / 100.0 + 0.013;
    String ring = "%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %2$f";
    return QueryPolygon.of(
        EqualAreaFrame.project(
            wkt("POLYGON ((" + String.format(Locale.ROOT, ring, x, y, x + w, y + w) + "))")));
  }

  @Test
  void publishingRetiringAndMergingGiveWhatBuildingAtOnceGives() {
    Random random = new Random(1);
    PlotIndex index = PlotIndex.NONE;
    Set<String> inForce = new HashSet<>();
    int merges = 0;
    for (int release = 0; release < 60; release++) {
      if (random.nextInt(3) > 0 || inForce.isEmpty()) {
        String dataset = "set " + random.nextInt(12);
        int size = 1 + random.nextInt(random.nextBoolean() ? 5 : 200);
        // an edition that was retired comes back as it was
        datasets.computeIfAbsent(
            dataset, unused -> random.ints(size).mapToObj(i -> plot(new Random(i))).toList());
        inForce.add(dataset);
      } else {
        inForce.remove(List.copyOf(inForce).get(random.nextInt(inForce.size())));
      }
      index = index.follow(KINDS, inForce, this::packs);
      same(index, inForce, new Random(release));
      if (random.nextInt(3) == 0 && index.worthMerging()) {
        index = index.merged();
        merges++;
        assertThat(index.worthMerging()).isFalse();
        same(index, inForce, new Random(release));
      }
    }
    assertThat(merges).isGreaterThan(5);
  }

  private void same(PlotIndex index, Set<String> inForce, Random random) {
    PlotIndex expected = built(inForce);
    assertThat(index.slots()).isEqualTo(expected.slots());
    assertThat(index.size()).isEqualTo(expected.size());
    assertThat(index.totals()).isEqualTo(expected.totals());
    List<QueryPolygon> queries = List.of(query(random), query(random), query(random));
    for (QueryPolygon query : queries) {
      assertThat(index.totals(query)).isEqualTo(expected.totals(query));
      assertThat(told(index, query)).isEqualTo(totals(expected, query));
    }
    RegionOverlay overlay = RegionOverlay.overlapping(queries);
    assertThat(index.totals(overlay)).isEqualTo(expected.totals(overlay));
  }

  /**
   * Count and size by slot, from the plots that a visitor is told of, each of which is in force.
   */
  private Map<PlotSlot, List<Long>> told(PlotIndex index, QueryPolygon query) {
    Map<PlotSlot, List<Long>> told = new HashMap<>();
    Set<PlotRef> refs = new HashSet<>();
    index.ask(
        query,
        new PlotIndexVisitor() {
          @Override
          public void whole(AggregateTree tree, int from, int to) {
            for (int place = from; place < to; place++) {
              add(tree, place, tree.plotSize(place), true);
            }
          }

          @Override
          public void cut(AggregateTree tree, int place, long inside, boolean counts) {
            add(tree, place, inside, counts);
          }

          private void add(AggregateTree tree, int place, long inside, boolean counts) {
            PlotRef ref = index.ref(tree, place);
            assertThat(refs.add(ref)).as("told once: " + ref).isTrue();
            Plot plot = datasets.get(ref.dataset()).get(ref.number());
            PlotSlot slot = new PlotSlot(plot.kind(), plot.year());
            assertThat(index.slots().get(tree.slot(place))).isEqualTo(slot);
            told.merge(
                slot,
                List.of(counts ? 1L : 0L, inside),
                (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
          }
        });
    return told;
  }

  private static Map<PlotSlot, List<Long>> totals(PlotIndex index, QueryPolygon query) {
    SlotTotals totals = index.totals(query);
    Map<PlotSlot, List<Long>> bySlot = new HashMap<>();
    for (int slot = 0; slot < totals.slots(); slot++) {
      if (totals.count(slot) > 0 || totals.sum(slot) > 0) {
        bySlot.put(index.slots().get(slot), List.of(totals.count(slot), totals.sum(slot)));
      }
    }
    return bySlot;
  }

  @Test
  void treesThatDoNotChangeAreKept() {
    datasets.put("big", new Random(1).ints(500).mapToObj(i -> plot(new Random(i))).toList());
    datasets.put("small", new Random(2).ints(50).mapToObj(i -> plot(new Random(i))).toList());
    PlotIndex one = PlotIndex.NONE.follow(KINDS, List.of("big"), this::packs);
    List<String> read = new ArrayList<>();
    PlotIndex two =
        one.follow(
            KINDS,
            List.of("big", "small"),
            dataset -> {
              read.add(dataset);
              return packs(dataset);
            });
    assertThat(read).as("only what is new is read").containsExactly("small");
    assertThat(two.trees()).containsAll(one.trees());
    assertThat(two.worthMerging()).as("big trees are rarely built again").isFalse();
    assertThat(two.follow(KINDS, List.of("big", "small"), this::packs)).isSameAs(two);
  }

  @Test
  void fewTreesStayOfManyDatasets() {
    for (int i = 0; i < 40; i++) {
      datasets.put("set " + i, List.of(plot(new Random(1)), plot(new Random(i))));
    }
    PlotIndex index = PlotIndex.NONE.follow(KINDS, datasets.keySet(), this::packs).merged();
    assertThat(index.trees()).hasSizeLessThan(8);
    assertThat(index.size()).isEqualTo(80);
  }

  @Test
  void aKindMayChangeHowItsValuesAreShared() {
    Plot lot =
        new Plot(
            "lot",
            2020,
            wkt("POLYGON ((-75 -9, -74 -9, -74 -8, -75 -8, -75 -9))"),
            OptionalDouble.of(100));
    datasets.put("lots", List.of(lot));
    PlotIndex shared = PlotIndex.NONE.follow(KINDS, List.of("lots"), this::packs);
    PlotKind other = kind("lot", PlotForm.AREA, Optional.of(Sharing.WITH_POINT));
    PlotIndex whole = shared.follow(List.of(other), List.of("lots"), this::packs);
    QueryPolygon most =
        QueryPolygon.of(
            EqualAreaFrame.project(wkt("POLYGON ((-75 -9, -74.2 -9, -74.2 -8, -75 -8, -75 -9))")));
    assertThat(shared.totals(most).value(0)).isBetween(79_999_999L, 80_000_000L);
    assertThat(whole.totals(most).value(0)).isEqualTo(100_000_000L);
  }

  @Test
  void aPlotIsNamedByItsDatasetAndNumber() {
    PlotRef ref = new PlotRef("plots/survey@abcd", 12);
    assertThat(ref).hasToString("plots/survey@abcd/12");
    assertThat(PlotRef.parse("plots/survey@abcd/12")).contains(ref);
    assertThat(PlotRef.parse("plots/survey@abcd/012")).isEmpty();
    assertThat(PlotRef.parse("12")).isEmpty();
    assertThat(PlotRef.parse("a/9999999999")).isEmpty();
  }
}
