package org.yunga.core.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.wkt;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.store.PlotStoreContract;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.GeometryBlob;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.ExplainedException;

class GeoPackagePlotTest extends PlotStoreContract {

  private static final Plot WEST =
      new Plot("coca_field", 2023, wkt("POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))"));
  private static final Plot EAST =
      new Plot("coca_field", 2010, wkt("POLYGON ((-70 -8, -69.9 -8, -69.9 -7.9, -70 -8))"));

  @TempDir private Path folder;

  private int stores;

  @Override
  protected Store open() {
    return GeoPackageStore.open(folder.resolve("store" + stores++));
  }

  private static Dataset dataset(String key) {
    return Dataset.of(key, "fields", "a survey", "open", "fields.gpkg", "ab".repeat(32));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("yunga.gpkg"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  /** Whatever is changed or lost behind our back, no number is given. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE plot_block SET records = zeroblob(length(records))",
        "UPDATE plot_block SET records = substr(records, 1, length(records) - 1)",
        "UPDATE plot_block SET plots = plots - 1",
        "UPDATE plot_block SET vertices = vertices + 1",
        "DELETE FROM plot_block",
        "UPDATE plot_pack SET slots = replace(slots, '2023', '2022')",
        "UPDATE plot_pack SET valued = 1",
        "UPDATE plot_pack SET slots = 'coca_field'",
        "UPDATE plot_pack SET slots = ''",
      })
  void damageIsTold(String damage) throws SQLException {
    Dataset dataset = dataset("plots/survey");
    try (Store store = GeoPackageStore.open(folder)) {
      store.publish(Delivery.ofPlots(dataset, List.of(WEST, EAST)::forEach));
    }
    execute(damage);
    try (Store store = GeoPackageStore.open(folder)) {
      assertThatThrownBy(
              () -> PlotIndex.NONE.follow(List.of(), List.of(dataset.id()), store::plotPacks))
          .isInstanceOf(ExplainedException.class)
          .hasMessageContaining("store_damaged")
          .hasMessageContaining(dataset.id());
    }
  }

  @Test
  void damageIsToldAlsoToWhoPublishesBesideIt() throws SQLException {
    Dataset damaged = dataset("plots/survey");
    Delivery next = Delivery.ofPlots(dataset("plots/next"), List.of(EAST)::forEach);
    try (Store store = GeoPackageStore.open(folder)) {
      store.publish(Delivery.ofPlots(damaged, List.of(WEST, EAST)::forEach));
    }
    execute("UPDATE plot_pack SET slots = 'coca_field'");
    try (Store store = GeoPackageStore.open(folder)) {
      assertThatThrownBy(() -> store.publish(next))
          .isInstanceOf(ExplainedException.class)
          .hasMessageContaining("store_damaged")
          .hasMessageContaining(damaged.id());
      assertThat(store.latestReleaseNumber()).isEqualTo(1);
    }
  }

  @Test
  void rowsOfOlderStoresArePackedInTheirOrder() throws SQLException {
    Clock clock = Clock.systemUTC();
    List<String> old = Migrations.all().subList(0, 2);
    GeoPackageStore.open(folder, old, clock, Duration.ofSeconds(1)).close();
    execute(
        "INSERT INTO dataset (id, key, title, source, licence, file_name, sha256) VALUES"
            + " ('a', 'plots/a', '', '', '', '', '"
            + "ab".repeat(32)
            + "'),"
            + " ('b', 'plots/b', '', '', '', '', '"
            + "cd".repeat(32)
            + "')");
    execute("INSERT INTO release (published_at) VALUES ('2026-11-21T12:00:00Z')");
    execute("INSERT INTO release_dataset (release, dataset) VALUES (1, 1), (1, 2)");
    insert(1, EAST);
    insert(2, WEST);
    insert(1, WEST);

    try (Store store = GeoPackageStore.open(folder)) {
      assertThat(read(store, "a")).containsExactly(EAST, WEST);
      assertThat(read(store, "b")).containsExactly(WEST);
    }
    try (Connection connection = connect()) {
      String tables = "SELECT name FROM sqlite_master WHERE name = 'plot'";
      assertThat(Sql.query(connection, tables, row -> row.getString(1))).isEmpty();
      String contents = "SELECT 1 FROM gpkg_contents WHERE table_name = 'plot'";
      assertThat(Sql.query(connection, contents, row -> row.getInt(1))).isEmpty();
    }
  }

  private void insert(int dataset, Plot plot) throws SQLException {
    String sql = "INSERT INTO plot (dataset, kind, year, area_ha, geom) VALUES (?, ?, ?, 1, ?)";
    try (Connection connection = connect();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setInt(1, dataset);
      insert.setString(2, plot.kind());
      insert.setInt(3, plot.year());
      insert.setBytes(4, GeometryBlob.encode(plot.geometry()));
      insert.executeUpdate();
    }
  }

  private static List<Plot> read(Store store, String dataset) {
    List<Plot> plots = new ArrayList<>();
    store.plots(dataset).forEach(plots::add);
    return plots;
  }
}
