package org.yunga.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.wkt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.ExplainedException;

/** What every store promises of plots. */
public abstract class PlotStoreContract {

  private static final Plot FIELD =
      new Plot("coca_field", 2023, wkt("POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))"));
  private static final Plot LOT =
      new Plot(
          "reforested_lot", 2015, wkt("MULTIPOLYGON (((-75 -9, -74.9 -9, -74.9 -8.9, -75 -9)))"));

  private static final Plot HOLED =
      new Plot(
          "coca_field",
          2023,
          wkt(
              "MULTIPOLYGON (((-75 -8, -74 -8, -74 -7, -75 -7, -75 -8),"
                  + " (-74.5 -7.5, -74.6 -7.4, -74.4 -7.4, -74.5 -7.5)),"
                  + " ((-73 -8, -72 -8, -72 -7, -73 -8)))"),
          OptionalDouble.of(12.345678));
  private static final Plot ROAD =
      new Plot("road", 2020, wkt("LINESTRING (-75 -8, -74.999999999 -8.1, -75.2 -8)"));
  private static final Plot PATHS =
      new Plot("road", 2021, wkt("MULTILINESTRING ((-75 -8, -74 -8), (-75 -9, -74.5 -9.5))"));
  private static final Plot WELL =
      new Plot("well", 2020, wkt("POINT (-75.123456789 0)"), OptionalDouble.of(0));

  /** A fresh store. */
  protected abstract Store open();

  private static Delivery plots(String key, Plot... plots) {
    Dataset dataset = Dataset.of(key, "fields", "a survey", "open", "fields.gpkg", "ab".repeat(32));
    return Delivery.ofPlots(dataset, consumer -> List.of(plots).forEach(consumer));
  }

  @Test
  void aDatasetWithoutPlotsSaysSo() {
    try (Store store = open()) {
      store.publish(reference(region(UCAYALI, "Ucayali")));
      assertThat(read(store)).isEmpty();
      assertThat(store.plotPacks("unknown")).isEmpty();
    }
  }

  @Test
  void plotsOfAnyFormComeBackAsTheyWentInAndInThatOrder() {
    Plot[] all = {FIELD, ROAD, LOT, WELL, HOLED, PATHS, FIELD};
    try (Store store = open()) {
      store.publish(plots("plots/survey", all));
      assertThat(read(store)).containsExactly(all);
    }
  }

  @Test
  void verticesAreRoundedToTheGridOnce() {
    Plot rough =
        new Plot("well", 2020, wkt("POINT (-75.12345678949 -0.00000000051)"), OptionalDouble.of(2));
    Plot rounded =
        new Plot("well", 2020, wkt("POINT (-75.123456789 -0.000000001)"), OptionalDouble.of(2));
    try (Store store = open();
        Store copy = open()) {
      store.publish(plots("plots/survey", rough));
      assertThat(read(store)).containsExactly(rounded);
      copy.publish(plots("plots/survey", read(store).toArray(Plot[]::new)));
      assertThat(read(copy)).containsExactly(rounded);
    }
  }

  @Test
  void manyPlotsAreThoseThatATreeIsMadeOfWithoutTheStore() {
    Random random = new Random(1);
    List<Plot> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      double x = -75 + random.nextDouble();
      double y = -9 + random.nextDouble();
      String ring =
          "%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %2$s"
              .formatted(x, y, x + random.nextDouble() / 1e3, y + random.nextDouble() / 1e3);
      many.add(new Plot("coca_field", 2010 + i % 15, wkt("POLYGON ((" + ring + "))")));
    }
    try (Store store = open()) {
      Release release = store.publish(plots("plots/survey", many.toArray(Plot[]::new)));
      String dataset = release.datasets().get(0).id();
      PlotIndex stored = PlotIndex.NONE.follow(List.of(), List.of(dataset), store::plotPacks);
      PlotIndex direct = PlotIndex.of(stored.slots(), many::forEach);
      assertThat(stored.size()).isEqualTo(5_000);
      assertThat(stored.totals()).isEqualTo(direct.totals());
      QueryPolygon query =
          QueryPolygon.of(
              EqualAreaFrame.project(wkt("POLYGON ((-75 -9, -74.2 -8.9, -74.4 -8.3, -75 -9))")));
      assertThat(stored.totals(query)).isEqualTo(direct.totals(query));
      assertThat(stored.totals(query).borderPlots()).isPositive();
    }
  }

  @Test
  void plotsOfAnotherFormThanTheirKindAreRefused() {
    try (Store store = open()) {
      store.publish(reference(region(UCAYALI, "Ucayali"))); // says that fields are areas
      Plot line = new Plot("coca_field", 2020, ROAD.geometry());
      assertThatThrownBy(() -> store.publish(plots("plots/survey", FIELD, line)))
          .isInstanceOf(ExplainedException.class)
          .hasMessageContaining("plot_form");
      assertThat(store.latestReleaseNumber()).isEqualTo(1);
      store.publish(plots("plots/survey", FIELD));
      assertThat(read(store)).containsExactly(FIELD);
    }
  }

  @Test
  void whatNoSumCanHoldIsRefusedWhenItIsPublished() {
    String ring = "-179 -80, 179 -80, 179 80, -179 80, -179 -80";
    Plot earth = new Plot("coca_field", 2020, wkt("POLYGON ((" + ring + "))"));
    // the largest value there may be; a sum holds 9,223 of them
    Plot rich = new Plot("well", 2020, WELL.geometry(), OptionalDouble.of(1e9));
    Plot later = new Plot("well", 2021, WELL.geometry(), OptionalDouble.of(1e9));
    try (Store store = open()) {
      assertTooLarge(store, plots("plots/one", earth));
      assertTooLarge(store, plots("plots/one", times(9_300, rich)));
      store.publish(plots("plots/one", times(4_700, rich)));
      assertTooLarge(store, plots("plots/two", times(4_700, rich)));
      store.publish(plots("plots/two", times(4_700, later)));
      assertThat(read(store)).hasSize(9_400);
    }
  }

  private static Plot[] times(int count, Plot plot) {
    return Collections.nCopies(count, plot).toArray(Plot[]::new);
  }

  private static void assertTooLarge(Store store, Delivery delivery) {
    long before = store.latestReleaseNumber();
    assertThatThrownBy(() -> store.publish(delivery))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("plot_sum_too_large")
        .hasMessageContaining("2020");
    assertThat(store.latestReleaseNumber()).isEqualTo(before);
  }

  @Test
  void aDeliveryThatFailsHalfWayLeavesNothing() {
    try (Store store = open()) {
      Plot off = new Plot("well", 2020, wkt("POINT (-8 -175)"));
      assertThatThrownBy(() -> store.publish(plots("plots/survey", FIELD, off)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("latitude -175");
      assertThat(store.latestReleaseNumber()).isZero();
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
    for (Dataset dataset : store.latestRelease().datasets()) {
      store.plots(dataset.id()).forEach(plots::add);
    }
    return plots;
  }
}
