package org.yunga.geodata.format.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/**
 * A GeoPackage with any number of layers, one after the other: tables first, then index, metadata
 * and style of each. The file stands under its name only when it is finished and closed.
 */
public final class GeoPackageOutput implements AutoCloseable {

  /** "GPKG" as the standard asks. */
  private static final int APPLICATION_ID = 0x47504B47;

  /** GeoPackage 1.3.0. */
  private static final int USER_VERSION = 10300;

  private final PendingFile file;
  private final Connection connection;
  private final Set<String> takenTables = new HashSet<>();
  private LayerWriter open;

  private GeoPackageOutput(PendingFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Begins a file.
   *
   * @throws ExplainedException when it cannot be written
   */
  public static GeoPackageOutput create(Path target) {
    PendingFile file = new PendingFile(target);
    try {
      Connection connection = connect(file.path());
      GeoPackageOutput output = new GeoPackageOutput(file, connection);
      output.begin();
      return output;
    } catch (SQLException e) {
      file.close();
      throw FileExceptions.unwritable(target, e);
    }
  }

  private static Connection connect(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setApplicationId(APPLICATION_ID);
    config.setUserVersion(USER_VERSION);
    // nobody sees the file before it is whole: no journal needed
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    return config.createConnection("jdbc:sqlite:" + path.toUri().toASCIIString());
  }

  private void begin() throws SQLException {
    connection.setAutoCommit(false);
    Scripts.run(connection, Scripts.BASE);
    takenTables.add("layer_styles");
  }

  /**
   * Begins a layer; the one before must be finished. A name that is taken gets a number.
   *
   * @throws ExplainedException when the coordinate reference system is not known by name
   */
  public TableWriter layer(Table table, WriteOptions options) {
    if (open != null && !open.isFinished()) {
      throw new IllegalStateException("One layer at a time");
    }
    try {
      LayerSchema schema = LayerSchema.of(table, tableName(table.name()));
      open = LayerWriter.begin(connection, file.target(), schema, options);
      return open;
    } catch (SQLException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  /** Names that the standard keeps for itself get an underscore before them. */
  private String tableName(String wanted) {
    String name = wanted.isBlank() ? "layer" : wanted;
    String key = Names.key(name);
    if (key.startsWith("gpkg_") || key.startsWith("sqlite_") || key.startsWith("rtree_")) {
      name = "_" + name;
    }
    return Names.free(name, takenTables);
  }

  /** Completes the file. */
  public void finish() {
    try {
      connection.commit();
      connection.close();
      file.complete();
    } catch (SQLException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  @Override
  public void close() {
    try {
      if (open != null) {
        open.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw FileExceptions.unwritable(file.target(), e);
    } finally {
      file.close();
    }
  }

  /** Executes statements that take no parameters. */
  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Executes one statement with its parameters. */
  static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
