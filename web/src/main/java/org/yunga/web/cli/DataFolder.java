package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.backup.FolderCopy;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.postgis.PostgisAddress;
import org.yunga.core.store.postgis.PostgisStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreTarget;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;
import org.yunga.geodata.reference.ReferenceData;
import picocli.CommandLine.Option;

/**
 * The options {@code --data} and {@code --store}, and the store that they name: a file in the
 * folder, or a database; the folder then holds downloads and files that can be made again.
 */
final class DataFolder {

  /** Names the database where no option names a store. */
  static final String VARIABLE = "YUNGA_STORE";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Carpeta de datos; se crea si falta. Por omisión: yunga-data en su carpeta personal",
        "Data folder; made when missing. By default: yunga-data in your home folder."
      })
  private Path folder;

  @Option(
      names = "--store",
      paramLabel = "ADDRESS",
      description = {
        "Base de datos PostGIS en vez de un archivo: postgresql://host:5432/base, sin contraseña"
            + " (PGUSER, PGPASSWORD o PGPASSFILE). Por omisión, YUNGA_STORE si no hay --data",
        "PostGIS database instead of a file: postgresql://host:5432/database, without password"
            + " (PGUSER, PGPASSWORD or PGPASSFILE). By default YUNGA_STORE, if there is no --data."
      })
  private String address;

  Path folder() {
    Path named = folder == null ? Path.of(System.getProperty("user.home"), "yunga-data") : folder;
    return named.toAbsolutePath().normalize();
  }

  private Optional<PostgisAddress> database() {
    String named = address == null && folder == null ? environment().get(VARIABLE) : address;
    return Optional.ofNullable(named).filter(text -> !text.isBlank()).map(PostgisAddress::parse);
  }

  private static Map<String, String> environment() {
    return System.getenv();
  }

  /** Whether the store is a database. */
  boolean isDatabase() {
    return database().isPresent();
  }

  /** The database, for a store to be brought to. */
  StoreTarget databaseToFill() {
    return PostgisStore.target(database().orElseThrow(), environment());
  }

  /** A database by its address. */
  static Store database(String address) {
    return PostgisStore.open(PostgisAddress.parse(address), environment());
  }

  /**
   * Opens the store, filled with the reference data of this program; a store of made-up plots stays
   * as it is.
   */
  Store open() {
    Store store =
        database()
            .<Store>map(database -> PostgisStore.open(database, environment()))
            .orElseGet(() -> openFile(folder()));
    try {
      if (!store.latestRelease().isSynthetic()) {
        install(store);
      }
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** What is there is shown also while nothing can be added; nothing at all is no store. */
  static void install(Store store) {
    try {
      if (ReferenceData.install(store, Console::complain)) {
        Console.say(
            "Datos de referencia cargados en " + store.place(),
            "Reference data loaded into " + store.place());
      }
    } catch (UnavailableException e) {
      if (store.latestReleaseNumber() == 0) {
        throw e;
      }
      Console.complain(e.explanation());
    }
  }

  /**
   * Opens the store as it is, without the reference data of this program: for questions about what
   * is there.
   *
   * @throws ExplainedException when there is none: a misspelt name must not become a new store
   */
  SqlStore openAsItIs() {
    Optional<PostgisAddress> database = database();
    if (database.isPresent()) {
      if (!PostgisStore.isIn(database.get(), environment())) {
        throw noStore(database.get().place(), "--store DIRECCIÓN", "--store ADDRESS");
      }
      return PostgisStore.open(database.get(), environment());
    }
    FolderCopy.refuseHalf(folder());
    if (!GeoPackageStore.isIn(folder())) {
      throw noStore(folder().toString(), "--data CARPETA", "--data DIR");
    }
    return GeoPackageStore.open(folder());
  }

  /** A folder that is being restored into must not get another store meanwhile. */
  private static Store openFile(Path folder) {
    FolderCopy.refuseHalf(folder);
    return GeoPackageStore.open(folder);
  }

  private static ExplainedException noStore(String place, String option, String optionEn) {
    return new ExplainedException(
        "no_store",
        new Bilingual(
            "En "
                + place
                + " no hay datos de Yunga. Indique dónde están con "
                + option
                + ", o cárguelos con scripts/run.",
            "There is no data of Yunga in "
                + place
                + ". Say where it is by "
                + optionEn
                + ", or load it by scripts/run."));
  }
}
