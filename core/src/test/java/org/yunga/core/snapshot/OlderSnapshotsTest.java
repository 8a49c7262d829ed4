package org.yunga.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.wkt;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.UnknownNameException;
import org.yunga.core.work.BusyException;

/** Releases 1 words, 2 figures, 3 plots, 4 other plots, 5 other figures. */
class OlderSnapshotsTest {

  private static final Plot PLOT =
      new Plot("coca_field", 2023, wkt("POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))"));

  @TempDir private Path folder;
  private Store store;
  private CurrentSnapshot current;

  @BeforeEach
  void fill() {
    store = GeoPackageStore.open(folder);
    store.publish(reference(region(SAN_MARTIN, "San Martín")));
    store.publish(figures(1, figure(SAN_MARTIN, "coca", "2024", "OPD", 1)));
    store.publish(plots("a", 1));
    store.publish(plots("b", 3));
    store.publish(figures(2, figure(SAN_MARTIN, "coca", "2024", "OPD", 2)));
    current = new CurrentSnapshot(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Delivery plots(String hash, int count) {
    Dataset dataset = Dataset.of("plots/survey", "t", "s", "l", "f", hash.repeat(64));
    return Delivery.ofPlots(
        dataset, consumer -> LongStream.range(0, count).forEach(i -> consumer.accept(PLOT)));
  }

  private static int count(Snapshot snapshot) {
    return snapshot.plots().map(plots -> plots.size()).orElse(0);
  }

  @Test
  void eachReleaseHasItsFiguresAndItsPlots() {
    assertThat(LongStream.rangeClosed(1, 5).mapToObj(i -> count(current.get(i))))
        .containsExactly(0, 0, 1, 3, 3);
    assertThat(current.get(4).figures(SAN_MARTIN).get(0).value()).hasValue(1);
    assertThat(current.get(5)).isSameAs(current.get());
    assertThat(LongStream.rangeClosed(1, 5).allMatch(i -> current.hasPlotsOf(current.get(i))))
        .isTrue();
  }

  @Test
  void plotsBeyondTheLimitAreLeftOutAndThatIsTold() {
    OlderSnapshots few = new OlderSnapshots(store, 0);

    Snapshot third = few.get(3, current::get);
    assertThat(third.plots()).isEmpty();
    assertThat(third.figures(SAN_MARTIN)).hasSize(1);
    assertThat(current.hasPlotsOf(third)).isFalse();
    assertThat(count(few.get(4, current::get))).as("its plots are in force").isEqualTo(3);
    assertThat(current.hasPlotsOf(few.get(2, current::get))).as("has none").isTrue();
  }

  @Test
  void aFewAreKeptUntilAReleaseComes() {
    Snapshot two = current.get(2);
    current.get(3);
    current.get(4);
    assertThat(current.get(2)).isSameAs(two);
    current.get(1);
    assertThat(current.get(3)).as("the one unseen longest is built anew").isNotNull();
    assertThat(current.get(2)).isSameAs(two);

    store.publish(figures(3, figure(SAN_MARTIN, "coca", "2024", "OPD", 3)));
    current.refresh();
    assertThat(current.get(2)).isNotSameAs(two);
  }

  /** It may share trees with the release that was in force when it was begun. */
  @Test
  void whatWasBuiltWhileAReleaseCameIsGivenButNotKept() {
    OlderSnapshots older = new OlderSnapshots(store);
    Iterator<Snapshot> inForce = List.of(current.get(2), current.get(3)).iterator();

    Snapshot given = older.get(1, inForce::next);

    assertThat(given.release().number()).isEqualTo(1);
    assertThat(older.get(1, current::get)).isNotSameAs(given);
  }

  /** Building three needs three times the memory; whoever asks for one that is at hand gets it. */
  @Test
  void oneThatIsAtHandIsGivenWhileOthersAreBuilt() {
    OlderSnapshots older = new OlderSnapshots(store);
    Snapshot two = older.get(2, current::get);

    older.get(
        3,
        () -> {
          assertThat(older.get(2, current::get)).isSameAs(two);
          older.get(
              4,
              () -> {
                assertThat(older.get(2, current::get)).isSameAs(two);
                assertThatThrownBy(() -> older.get(1, current::get))
                    .isInstanceOf(BusyException.class);
                return current.get();
              });
          return current.get();
        });

    assertThat(older.get(1, current::get).release().number()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeBuiltIsTriedAgain() {
    OlderSnapshots older = new OlderSnapshots(store);

    assertThatThrownBy(() -> older.get(99, current::get)).isInstanceOf(UnknownNameException.class);
    assertThatThrownBy(() -> older.get(99, current::get)).isInstanceOf(UnknownNameException.class);
    assertThat(older.get(1, current::get).release().number()).isEqualTo(1);
  }
}
