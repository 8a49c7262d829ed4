package org.yunga.core.store.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.yunga.core.store.StoreExceptions;
import org.yunga.core.store.sql.Session;
import org.yunga.core.store.sql.Sql;

/** Opens the file: looks before it touches, makes it when it is missing, upgrades it. */
final class GeoPackageFile {

  static final String NAME = "yunga.gpkg";

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** "GPKG" as the standard asks. */
  private static final int APPLICATION_ID = 0x47504B47;

  /** GeoPackage 1.3.0. */
  private static final int USER_VERSION = 10300;

  private GeoPackageFile() {}

  /**
   * Opens the store in a folder.
   *
   * @param scripts what leads to the wanted schema
   * @param patience how long to wait for another program that writes
   */
  static Connection open(Path folder, List<String> scripts, Duration patience) {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.isDirectory(folder)) { // also true for a link to one, which the next line refuses
        Files.createDirectories(folder);
      }
      boolean fresh = !Files.exists(file) || Files.size(file) == 0;
      if (!fresh && !Arrays.equals(MAGIC, firstBytes(file))) {
        throw StoreExceptions.notAStore(file, "not a SQLite file", null);
      }
      return open(file, fresh, scripts, patience);
    } catch (IOException e) {
      throw StoreExceptions.folderUnusable(folder, reason(e), e);
    } catch (SQLException e) {
      throw explain(file, e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
  }

  private static byte[] firstBytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAGIC.length);
    }
  }

  private static Connection open(Path file, boolean fresh, List<String> scripts, Duration patience)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    config.enforceForeignKeys(true);
    if (fresh) {
      config.setApplicationId(APPLICATION_ID);
      config.setUserVersion(USER_VERSION);
    }
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      upgrade(connection, file, scripts);
      if (fresh) {
        // only now: the file's own first page then says that it is a GeoPackage, also while we run
        Sql.query(connection, "PRAGMA journal_mode = WAL", row -> row.getString(1));
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void upgrade(Connection connection, Path file, List<String> scripts)
      throws SQLException {
    Session session = new Session(connection, new GeoPackageDialect(file), Clock.systemUTC());
    int version = Migrations.version(connection);
    if (version < 0) {
      throw StoreExceptions.notAStore(file, "a database of something else", null);
    }
    if (version > scripts.size()) {
      throw StoreExceptions.newerThanProgram(file, version, scripts.size());
    }
    if (version < scripts.size()) {
      Transactions.run(
          connection,
          () -> {
            // read again inside the transaction: another process may have been faster
            Migrations.apply(session, Migrations.version(connection), scripts);
            return null;
          });
    }
  }

  /** What a failure of SQLite means to the user. */
  static RuntimeException explain(Path file, SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException sqlite
            ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED -> StoreExceptions.locked(file, e);
      case SQLITE_NOTADB, SQLITE_CORRUPT -> StoreExceptions.notAStore(file, e.getMessage(), e);
      case SQLITE_FULL -> StoreExceptions.diskFull(file, e);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_PERM ->
          StoreExceptions.folderUnusable(file.getParent(), e.getMessage(), e);
      default -> new IllegalStateException("Store " + file + ": " + e.getMessage(), e);
    };
  }
}
