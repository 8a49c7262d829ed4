package org.yunga.geodata.reference;

import java.util.List;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Region;
import org.yunga.core.store.Store;

/** The one dataset that is shipped with the program. */
public final class ReferenceData {

  /** Key of the dataset: a newer program's edition retires the one before. */
  public static final String KEY = "reference";

  /**
   * Raise this when the same files are read into something else: a new field, another repair. A
   * store that was filled by an older program is filled anew then.
   */
  private static final int READING = 1;

  private ReferenceData() {}

  /**
   * What the shipped dataset is. Cheap: reads four lists of hashes and none of the data.
   *
   * <p>Its hash is taken over the four {@code SHA256SUMS} files one after another, in the order of
   * the folders' names, and the {@linkplain #READING edition of the reading}.
   */
  public static Dataset dataset() {
    return Dataset.of(
        KEY,
        "Datos de referencia: catálogo, regiones, límites departamentales generalizados y cifras"
            + " publicadas",
        "Yunga, según las fuentes que nombra cada cifra; límites: Natural Earth, admin-1",
        "Cifras: hechos publicados, cada uno con su fuente; límites: dominio público",
        "reference",
        Resources.sha256("reading " + READING));
  }

  /**
   * Reads all shipped files.
   *
   * @throws ReferenceDataException when they contradict themselves: a mistake of the project
   */
  public static Delivery load() {
    Dataset dataset = dataset();
    Catalogue catalogue = CatalogueFiles.read();
    List<Region> regions = RegionFiles.read();
    return new Delivery(
        dataset, catalogue, regions, FigureFile.read(catalogue, regions, dataset.id()));
  }

  /**
   * Sees to it that the newest release of a store holds the shipped data of this program. A store
   * that does is not touched, and nothing is parsed; nor is one from which somebody took this very
   * edition out of force.
   *
   * @return whether a release was published
   */
  public static boolean install(Store store) {
    String shipped = dataset().id();
    if (store.latestRelease().datasets().stream().anyMatch(held -> held.id().equals(shipped))
        || store.isWithdrawn(shipped)) {
      return false;
    }
    store.publish(load());
    return true;
  }
}
