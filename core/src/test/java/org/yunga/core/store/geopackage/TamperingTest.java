package org.yunga.core.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.Store;
import org.yunga.core.store.TamperingContract;

/** The audit of the file: what the contract asks, and that changes by SQL are found. */
class TamperingTest extends TamperingContract {

  @TempDir private Path folder;

  @Override
  protected Store newStore() {
    return GeoPackageStore.open(folder);
  }

  /** What somebody with the file and a SQLite shell may do; the triggers are no obstacle. */
  @Override
  protected void tamper(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("yunga.gpkg"));
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER IF EXISTS audit_is_not_changed");
      statement.execute("DROP TRIGGER IF EXISTS audit_is_not_cut");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void theFileItselfRefusesToChangeTheAudit() throws SQLException {
    filled().close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("yunga.gpkg"));
        Statement statement = connection.createStatement()) {
      for (String sql : new String[] {"DELETE FROM audit", "UPDATE audit SET done_by = 'x'"}) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("only added to");
      }
    }
    assertThat(codes()).isEmpty();
  }

  /** A store of the schema before the audit: its releases are taken in as they are. */
  @Test
  void releasesOlderThanTheAuditAreAdoptedOnce() throws SQLException {
    filled().close();
    tamper(
        "DROP TABLE audit",
        "DROP TABLE dataset_arrival",
        "DROP TABLE dataset_problem",
        "DROP TABLE access_token",
        "DROP TABLE staging_dataset",
        "DROP TABLE staging",
        "ALTER TABLE region DROP COLUMN valid_from",
        "ALTER TABLE region DROP COLUMN valid_to",
        "ALTER TABLE region_member DROP COLUMN valid_from",
        "ALTER TABLE region_member DROP COLUMN valid_to",
        "DELETE FROM gpkg_contents WHERE table_name IN"
            + " ('audit', 'dataset_arrival', 'dataset_problem', 'staging', 'staging_dataset')",
        "DELETE FROM yunga_schema WHERE version >= 5");

    Store store = open();

    assertThat(store.audit().before(Long.MAX_VALUE, 9))
        .extracting(entry -> entry.event().act() + " " + entry.event().subject())
        .containsExactly(
            "ADOPTED figures@00000002", "ADOPTED figures@00000001", "ADOPTED reference@00000001");
    assertThat(verify(store).isIntact()).isTrue();
    assertThat(store.datasets()).hasSize(3);
    assertThat(verify(open()).entries()).isEqualTo(3);
  }
}
