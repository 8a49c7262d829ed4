package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.gap;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.wkt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.Plot;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreCopy;
import org.yunga.core.text.ExplainedException;

/** From a file to a database and back. */
class StoreCopyTest {

  private static final Actor ANA = new Actor("Ana");
  private static final String FIELD = "POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))";

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @TempDir Path folder;

  /** Everything that a store can hold: several releases, a token, and something that waits. */
  private static void fill(Store store) {
    store.publish(
        reference(
            bounded(SAN_MARTIN, "San Martín", "MULTIPOLYGON (((-76 -8, -75 -8, -75 -7, -76 -8)))"),
            region(UCAYALI, "Ucayali")));
    store.publish(
        figures(
            1,
            figure(SAN_MARTIN, "coca", "2024", "OPD", 0.1 + 0.2),
            gap(UCAYALI, "coca", "2024", "OPD", ValueState.MISSING)));
    Plot field = new Plot("coca_field", 2023, wkt(FIELD), OptionalDouble.of(0.1));
    Plot lot = new Plot("reforested_lot", 2020, wkt(FIELD));
    store.publish(
        Delivery.ofPlots(dataset("plots", 1), plots -> List.of(field, lot).forEach(plots)));
    store.retire(dataset("figures", 1).id(), ANA);
    store.tokens().create("oficina", "ab".repeat(32), Optional.empty(), ANA);
    store.stage(List.of(figures(2, figure(UCAYALI, "coca", "2024", "OPD", 7))), 4, "{}", ANA);
    store.discardStaged(store.stage(List.of(), 4, "{}", ANA).number(), ANA);
  }

  @Test
  void aCopyHoldsTheSameAndGoesOnFromThere() {
    try (SqlStore from = GeoPackageStore.open(folder.resolve("from"));
        SqlStore there = (SqlStore) database.open();
        SqlStore back = GeoPackageStore.open(folder.resolve("back"))) {
      fill(from);

      StoreCopy.copy(from, there);
      StoreCopy.copy(there, back);

      for (SqlStore copy : List.of(there, back)) {
        assertThat(copy.releases(99, 99)).isEqualTo(from.releases(99, 99));
        assertThat(copy.datasets()).isEqualTo(from.datasets());
        assertThat(copy.audit().before(99, 99)).isEqualTo(from.audit().before(99, 99));
        assertThat(copy.tokens().all()).isEqualTo(from.tokens().all());
        assertThat(copy.staged()).isEqualTo(from.staged());
        assertThat(copy.readLatest().regions()).isEqualTo(from.readLatest().regions());
        assertThat(copy.read(2).figures()).isEqualTo(from.read(2).figures());
        assertThat(plots(copy)).hasSize(2).isEqualTo(plots(from));
        assertThat(copy.publishStaged(1, ANA).number()).isEqualTo(5);
        assertThat(copy.publish(figures(3, figure(UCAYALI, "coca", "2023", "OPD", 1))).number())
            .isEqualTo(6);
        assertThat(copy.audit().verify(Optional.empty()).findings()).isEmpty();
      }
      assertThat(PostgisCluster.shared().ask(database.name(), "SELECT count(*) FROM plot"))
          .isEqualTo("2");
    }
  }

  private static List<Plot> plots(Store store) {
    List<Plot> plots = new ArrayList<>();
    store.plots(dataset("plots", 1).id()).forEach(plots::add);
    return plots;
  }

  @Test
  void onlyAnEmptyPlaceIsCopiedInto() {
    try (SqlStore from = GeoPackageStore.open(folder);
        SqlStore to = (SqlStore) database.open()) {
      fill(from);
      to.publish(reference());

      assertThatThrownBy(() -> StoreCopy.copy(from, to))
          .isInstanceOf(ExplainedException.class)
          .hasMessageContaining("store_not_empty");
      assertThat(to.latestReleaseNumber()).isEqualTo(1);
    }
  }
}
