package org.yunga.core.store.geopackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.yunga.core.store.sql.Adoption;
import org.yunga.core.store.sql.Session;
import org.yunga.core.store.sql.Sessions;
import org.yunga.core.store.sql.SqlStore;

/**
 * The store in one GeoPackage file, {@code yunga.gpkg} in the data folder.
 *
 * <p>One connection, used by one thread at a time; SQLite's own locks keep processes apart. Every
 * failure that a user can mend is an {@link org.yunga.core.text.ExplainedException}.
 */
public final class GeoPackageStore extends SqlStore {

  /** How long a writer waits for another one. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;

  private GeoPackageStore(Path file, Sessions sessions) {
    super(sessions);
    this.file = file;
  }

  /**
   * Opens the store in a folder; makes folder and store when they are missing, and upgrades the
   * schema of an older one.
   */
  public static GeoPackageStore open(Path folder) {
    return open(folder, Migrations.all(), Clock.systemUTC(), PATIENCE);
  }

  static GeoPackageStore open(Path folder, List<String> scripts, Clock clock, Duration patience) {
    Path file = folder.resolve(GeoPackageFile.NAME);
    Connection connection = GeoPackageFile.open(folder, scripts, patience);
    GeoPackageSessions sessions =
        new GeoPackageSessions(new Session(connection, new GeoPackageDialect(file), clock));
    try {
      if (scripts.size() >= Migrations.WITH_AUDIT) {
        Adoption.run(sessions);
      }
      return new GeoPackageStore(file, sessions);
    } catch (RuntimeException e) {
      sessions.close();
      throw e;
    }
  }

  /** Whether a folder holds a store already. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(GeoPackageFile.NAME));
  }

  /** The schema that this program reads and writes; stores of all earlier ones are upgraded. */
  public static int schema() {
    return Migrations.all().size();
  }

  /** Where the file is. */
  public Path file() {
    return file;
  }
}
