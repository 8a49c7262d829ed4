package org.yunga.core.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditFinding;
import org.yunga.core.store.StagingStoreContract;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.Sql;

/** Staging in the embedded store. */
class GeoPackageStagingTest extends StagingStoreContract {

  private static final Actor ANA = new Actor("ana");

  @TempDir private Path folder;

  @Override
  protected Store newStore() {
    return GeoPackageStore.open(folder);
  }

  @Test
  void aStoreOfBeforeStagingIsUpgraded() throws SQLException {
    withReference().close();
    try (Connection connection = connect()) {
      for (String sql :
          List.of(
              "DROP TABLE staging_dataset",
              "DROP TABLE staging",
              "DELETE FROM gpkg_contents WHERE table_name LIKE 'staging%'",
              "ALTER TABLE region DROP COLUMN valid_from",
              "ALTER TABLE region DROP COLUMN valid_to",
              "ALTER TABLE region_member DROP COLUMN valid_from",
              "ALTER TABLE region_member DROP COLUMN valid_to",
              "DELETE FROM yunga_schema WHERE version > 5")) {
        Sql.execute(connection, sql);
      }
    }
    Store store = open();
    long number =
        store
            .stage(
                List.of(figures(1, figure(SAN_MARTIN, "coca", "2024", "OPD", 2114))), 1, "{}", ANA)
            .number();
    assertThat(store.publishStaged(number, ANA).number()).isEqualTo(2);
    assertThat(store.audit().verify(Optional.empty()).findings()).isEmpty();
  }

  @Test
  void discardingLeavesNoRowBehind() throws SQLException {
    Store store = withReference();
    String before = rows();
    store.discardStaged(
        store.stage(List.of(reference(region(SAN_MARTIN, "San Martín"))), 1, "{}", ANA).number(),
        ANA);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void whatWaitsIsGuardedAgainstTampering() throws SQLException {
    Store store = withReference();
    store.stage(List.of(figures(1, figure(SAN_MARTIN, "coca", "2024", "OPD", 2114))), 1, "{}", ANA);

    try (Connection connection = connect()) {
      Sql.execute(connection, "UPDATE figure SET value = 1");
    }

    assertThat(store.audit().verify(Optional.empty()).findings())
        .hasOnlyElementsOfType(AuditFinding.DatasetChanged.class)
        .hasSize(1);
  }

  /** How many rows each table has, but for those that only grow. */
  private String rows() throws SQLException {
    try (Connection connection = connect()) {
      StringBuilder rows = new StringBuilder();
      for (String table :
          Sql.query(
              connection,
              "SELECT name FROM sqlite_master WHERE type = 'table'"
                  + " AND name NOT IN ('audit', 'sqlite_sequence') ORDER BY name",
              row -> row.getString(1))) {
        rows.append(table)
            .append(Sql.query(connection, "SELECT count(*) FROM " + table, r -> r.getString(1)));
      }
      return rows.toString();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(GeoPackageFile.NAME));
  }
}
