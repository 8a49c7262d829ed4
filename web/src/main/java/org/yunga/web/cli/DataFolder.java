package org.yunga.web.cli;

import java.nio.file.Path;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.reference.ReferenceData;
import picocli.CommandLine.Option;

/** The option {@code --data}, and the store in that folder. */
final class DataFolder {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Carpeta de datos; se crea si falta. Por omisión: ${DEFAULT-VALUE}",
        "Data folder; made when missing."
      })
  private Path folder = Path.of(System.getProperty("user.home"), "yunga-data");

  Path folder() {
    return folder.toAbsolutePath().normalize();
  }

  /**
   * Opens the store, filled with the reference data of this program; a store of made-up plots stays
   * as it is.
   */
  GeoPackageStore open() {
    GeoPackageStore store = GeoPackageStore.open(folder());
    try {
      if (!store.latestRelease().isSynthetic() && ReferenceData.install(store, Console::complain)) {
        Console.say(
            "Datos de referencia cargados en " + store.file(),
            "Reference data loaded into " + store.file());
      }
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Opens the store as it is, without the reference data of this program: for questions about what
   * is there.
   *
   * @throws ExplainedException when there is none: a misspelt folder must not become a new store
   */
  GeoPackageStore openAsItIs() {
    if (!GeoPackageStore.isIn(folder())) {
      throw new ExplainedException(
          "no_store",
          new Bilingual(
              "En "
                  + folder()
                  + " no hay datos de Yunga. Indique la carpeta con --data CARPETA, o cárguelos con"
                  + " scripts/run.",
              "There is no data of Yunga in "
                  + folder()
                  + ". Name the folder by --data DIR, or load it by scripts/run."));
    }
    return GeoPackageStore.open(folder());
  }
}
