package org.yunga.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.wkt;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;

class CurrentSnapshotTest {

  private static final Geometry AROUND =
      EqualAreaFrame.project(wkt("POLYGON ((-76 -9, -74 -9, -74 -7, -76 -9))"));

  @TempDir Path folder;
  private Store store;
  private Store otherProcess;

  @BeforeEach
  void open() {
    store = GeoPackageStore.open(folder);
    otherProcess = GeoPackageStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
    otherProcess.close();
  }

  @Test
  void startsWithAnEmptyStore() {
    assertThat(new CurrentSnapshot(store).get().release().number()).isZero();
  }

  @Test
  void takesWhatAnotherProcessPublished() {
    CurrentSnapshot current = new CurrentSnapshot(store);
    Snapshot before = current.get();

    otherProcess.publish(reference(region(SAN_MARTIN, "San Martín")));
    assertThat(current.get()).as("until asked to look").isSameAs(before);

    assertThat(current.refresh()).isTrue();
    assertThat(current.get().release().number()).isEqualTo(1);
    assertThat(current.get().region(SAN_MARTIN).name()).isEqualTo("San Martín");
    assertThat(before.release().number()).as("of a request under way").isZero();
  }

  @Test
  void keepsItsSnapshotAsLongAsThereIsNoNewerOne() {
    otherProcess.publish(reference(region(SAN_MARTIN, "San Martín")));
    CurrentSnapshot current = new CurrentSnapshot(store);
    Snapshot before = current.get();

    otherProcess.publish(reference(region(SAN_MARTIN, "San Martín")));

    assertThat(current.refresh()).isFalse();
    assertThat(current.get()).isSameAs(before);
  }

  @Test
  void followsSeveralReleasesAtOnce() {
    CurrentSnapshot current = new CurrentSnapshot(store);
    otherProcess.publish(reference(region(SAN_MARTIN, "San Martín")));
    otherProcess.publish(figures(1, figure(SAN_MARTIN, "coca", "2024", "OPD", 1)));
    store.publish(figures(2, figure(SAN_MARTIN, "coca", "2024", "OPD", 2)));

    assertThat(current.refresh()).isTrue();
    assertThat(current.refresh()).isFalse();
    assertThat(current.get().release().number()).isEqualTo(3);
    assertThat(current.get().figures(SAN_MARTIN).get(0).value()).hasValue(2);
  }

  private static final int SETS = 6;

  /** Edition {@code edition} of a set of wells, {@code 3^set + edition} wells of that year. */
  private static Delivery wells(int set, int edition) {
    Geometry place = wkt("POINT (-75 -8)");
    int wells = (int) Math.pow(3, set) + edition;
    return Delivery.ofPlots(
        dataset("plots/" + set, edition),
        consumer -> {
          for (int i = 0; i < wells; i++) {
            consumer.accept(new Plot("well", 2000 + set, place));
          }
        });
  }

  /** How many wells of each year; what any release of the test below must say. */
  private static Map<Integer, Long> counted(Snapshot snapshot) {
    Map<Integer, Long> counts = new TreeMap<>();
    snapshot
        .plots()
        .ifPresent(
            plots -> {
              SlotTotals totals = plots.totals(QueryPolygon.of(AROUND));
              for (int slot = 0; slot < plots.slots().size(); slot++) {
                counts.put(plots.slots().get(slot).year(), totals.count(slot));
              }
            });
    return counts;
  }

  @Test
  void mergesInTheBackgroundAndKeepsTheRelease() {
    Deque<Runnable> later = new ArrayDeque<>();
    CurrentSnapshot current = new CurrentSnapshot(store, later::add, PlotIndex::merged);
    otherProcess.publishAll(List.of(wells(0, 1), wells(1, 1), wells(2, 1)));
    current.refresh();
    Snapshot apart = current.get();

    later.remove().run();

    Snapshot merged = current.get();
    assertThat(merged.release()).isEqualTo(apart.release());
    assertThat(merged.plots().orElseThrow().trees()).hasSize(1);
    assertThat(apart.plots().orElseThrow().trees()).hasSize(3);
    assertThat(counted(merged)).isEqualTo(counted(apart));
  }

  @Test
  void aMergeOfAnOlderReleaseDoesNotWin() {
    Deque<Runnable> later = new ArrayDeque<>();
    CurrentSnapshot current = new CurrentSnapshot(store, later::add, PlotIndex::merged);
    otherProcess.publishAll(List.of(wells(0, 1), wells(1, 1)));
    current.refresh();
    otherProcess.publish(wells(0, 2));
    current.refresh();
    Snapshot newer = current.get();

    later.remove().run();

    assertThat(current.get()).isSameAs(newer);
    assertThat(counted(newer)).isEqualTo(Map.of(2000, 3L, 2001, 4L));
  }

  @Test
  void aMergeThatFailsIsToldAndTriedAgainWithTheNextLook() {
    AtomicInteger tries = new AtomicInteger();
    CurrentSnapshot current =
        new CurrentSnapshot(
            store,
            Runnable::run,
            plots -> {
              if (tries.getAndIncrement() == 0) {
                throw new OutOfMemoryError("no room");
              }
              return plots.merged();
            });
    otherProcess.publishAll(List.of(wells(0, 1), wells(1, 1)));

    assertThat(current.refresh()).isTrue();
    assertThat(current.mergeHasFailed()).isTrue();
    assertThat(current.get().plots().orElseThrow().trees()).hasSize(2);
    assertThat(counted(current.get())).isEqualTo(Map.of(2000, 2L, 2001, 4L));

    assertThat(current.refresh()).isFalse();
    assertThat(current.mergeHasFailed()).isFalse();
    assertThat(current.get().plots().orElseThrow().trees()).hasSize(1);
    assertThat(counted(current.get())).isEqualTo(Map.of(2000, 2L, 2001, 4L));
  }

  @Test
  void aMergeThatCannotBeginHoldsUpNoRelease() {
    AtomicBoolean free = new AtomicBoolean();
    Executor merger =
        task -> {
          if (!free.get()) {
            throw new OutOfMemoryError("unable to create native thread");
          }
          task.run();
        };
    CurrentSnapshot current = new CurrentSnapshot(store, merger, PlotIndex::merged);
    otherProcess.publishAll(List.of(wells(0, 1), wells(1, 1)));

    assertThat(current.refresh()).isTrue();
    assertThat(current.get().release().number()).isEqualTo(2);
    assertThat(current.mergeHasFailed()).isTrue();

    free.set(true);
    current.refresh();
    assertThat(current.mergeHasFailed()).isFalse();
    assertThat(current.get().plots().orElseThrow().trees()).hasSize(1);
  }

  /** Readers while releases come and go and trees are merged see one release, whole. */
  @Test
  void concurrentReadersSeeWholeReleases() throws Exception {
    Map<Long, Map<Integer, Long>> expected = new ConcurrentHashMap<>();
    expected.put(0L, Map.of());
    CurrentSnapshot current = new CurrentSnapshot(store);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    Callable<Integer> reader =
        () -> {
          int seen = 0;
          do {
            Snapshot snapshot = current.get();
            assertThat(counted(snapshot)).isEqualTo(expected.get(snapshot.release().number()));
            seen++;
          } while (!done.get());
          return seen;
        };
    List<Future<Integer>> reading = List.of(readers.submit(reader), readers.submit(reader));
    Random random = new Random(1);
    Map<Integer, Long> counts = new TreeMap<>();
    for (int edition = 1; edition <= 25; edition++) {
      int set = random.nextInt(SETS);
      counts.put(2000 + set, (long) Math.pow(3, set) + edition);
      expected.put((long) edition, Map.copyOf(counts));
      otherProcess.publish(wells(set, edition));
      current.refresh();
    }
    done.set(true);
    readers.shutdown();
    for (Future<Integer> one : reading) {
      assertThat(one.get()).isPositive();
    }
    assertThat(current.get().release().number()).isEqualTo(25);
  }
}
