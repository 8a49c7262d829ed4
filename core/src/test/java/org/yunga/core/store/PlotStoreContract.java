package org.yunga.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.wkt;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.text.ExplainedException;

/** What every store promises of plots. */
public abstract class PlotStoreContract {

  private static final Plot FIELD =
      new Plot("coca_field", 2023, wkt("POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))"));
  private static final Plot LOT =
      new Plot(
          "reforested_lot", 2015, wkt("MULTIPOLYGON (((-75 -9, -74.9 -9, -74.9 -8.9, -75 -9)))"));

  /** A fresh store. */
  protected abstract Store open();

  private static Delivery plots(String key, Plot... plots) {
    Dataset dataset = Dataset.of(key, "fields", "a survey", "open", "fields.gpkg", "ab".repeat(32));
    return Delivery.ofPlots(dataset, consumer -> List.of(plots).forEach(consumer));
  }

  @Test
  void aStoreWithoutPlotsSaysSo() {
    try (Store store = open()) {
      store.publish(reference(region(UCAYALI, "Ucayali")));
      assertThat(store.plotSlots()).isEmpty();
      assertThat(read(store)).isEmpty();
    }
  }

  @Test
  void plotsComeBackAsTheyWentIn() {
    try (Store store = open()) {
      store.publish(plots("plots/survey", FIELD, LOT));
      assertThat(read(store)).isEqualTo(List.of(FIELD, LOT));
      assertThat(store.plotSlots())
          .containsExactly(new PlotSlot("coca_field", 2023), new PlotSlot("reforested_lot", 2015));
    }
  }

  @Test
  void syntheticAndRealDataAreKeptApartEitherWay() {
    try (Store store = open()) {
      store.publish(reference(region(UCAYALI, "Ucayali")));
      assertMixed(store, plots("synthetic/plots", FIELD));
    }
    try (Store store = open()) {
      assertThat(store.publish(plots("synthetic/plots", FIELD)).isSynthetic()).isTrue();
      assertMixed(store, plots("plots/survey", LOT));
      assertThat(read(store)).hasSize(1);
    }
  }

  private static void assertMixed(Store store, Delivery delivery) {
    long before = store.latestReleaseNumber();
    assertThatThrownBy(() -> store.publish(delivery))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("synthetic_mixed");
    assertThat(store.latestReleaseNumber()).isEqualTo(before);
  }

  private static List<Plot> read(Store store) {
    List<Plot> plots = new ArrayList<>();
    store.plots().forEach(plots::add);
    return plots;
  }
}
