package org.yunga.core.store.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.yunga.core.store.sql.Session;
import org.yunga.core.store.sql.Sql;

/**
 * The schema as numbered scripts: script 1 makes an empty store, each further one takes the store
 * of its predecessor on. Applied in one transaction; on failure the store stays as it was.
 */
final class Migrations {

  /** Names of the scripts among the resources of this package, in order. Only ever append. */
  private static final List<String> SCRIPTS =
      List.of(
          "001-base.sql",
          "002-plots.sql",
          "003-plot-packs.sql",
          "004-plot-rows.sql",
          "005-audit.sql",
          "006-staging.sql",
          "007-validity.sql");

  /** The version whose store has both rows of plots and packs of them. */
  private static final int BOTH_FORMS_OF_PLOTS = 3;

  /** The first version that has an audit. */
  static final int WITH_AUDIT = 5;

  private Migrations() {}

  /** The scripts of this program. */
  static List<String> all() {
    return SCRIPTS.stream().map(Migrations::read).toList();
  }

  /** Schema version of a store: 0 for an empty file, -1 for somebody else's database. */
  static int version(Connection connection) throws SQLException {
    boolean ours = hasTable(connection, "yunga_schema");
    if (!ours) {
      boolean empty =
          Sql.query(connection, "SELECT count(*) FROM sqlite_master", r -> r.getInt(1)).get(0) == 0;
      return empty ? 0 : -1;
    }
    return Sql.query(connection, "SELECT max(version) FROM yunga_schema", r -> r.getInt(1)).get(0);
  }

  /**
   * Applies the scripts that the store has not seen. The caller holds the transaction.
   *
   * @param scripts SQL texts; script n leads to version n + 1
   */
  static void apply(Session session, int version, List<String> scripts) throws SQLException {
    Connection connection = session.connection();
    try (Statement statement = connection.createStatement()) {
      if (version == 0) {
        statement.execute(
            "CREATE TABLE yunga_schema ("
                + "version INTEGER PRIMARY KEY NOT NULL,"
                + " applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))");
      }
      for (int next = version; next < scripts.size(); next++) {
        for (String sql : statements(scripts.get(next))) {
          statement.execute(sql);
        }
        if (next + 1 == BOTH_FORMS_OF_PLOTS) {
          OldPlotRows.pack(session);
        }
        Sql.execute(connection, "INSERT INTO yunga_schema (version) VALUES (?)", next + 1);
      }
    }
  }

  private static boolean hasTable(Connection connection, String name) throws SQLException {
    return !Sql.query(
            connection,
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
            r -> true,
            name)
        .isEmpty();
  }

  /** Splits at semicolons that end a line: the scripts keep none inside a statement there. */
  private static List<String> statements(String script) {
    return List.of(script.split(";\\s*\\n")).stream().filter(sql -> !sql.isBlank()).toList();
  }

  private static String read(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
