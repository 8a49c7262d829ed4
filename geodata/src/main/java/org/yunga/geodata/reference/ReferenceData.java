package org.yunga.geodata.reference;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Region;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnknownNameException;

/** The one dataset that is shipped with the program. */
public final class ReferenceData {

  /** Key of the dataset: a newer program's edition retires the one before. */
  public static final String KEY = "reference";

  /** Code of the problem of figures that another dataset had already. */
  public static final String LOADED_ALREADY = "figure_loaded_already";

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

  /** As below, telling nobody what was left out. */
  public static boolean install(Store store) {
    return install(store, words -> {});
  }

  /**
   * Sees to it that the newest release of a store holds the shipped data of this program. A store
   * that does is not touched, and nothing is parsed; nor is one from which somebody took this very
   * edition out of force.
   *
   * <p>What somebody loaded stays: a shipped figure that another dataset has already is left out,
   * and the dataset says how many with the problem {@value #LOADED_ALREADY}. An edition without
   * something that loaded data needs is not published.
   *
   * @param telling gets what was left out or not published, and what to do
   * @return whether a release was published
   */
  public static boolean install(Store store, Consumer<Bilingual> telling) {
    Dataset shipped = dataset();
    if (store.latestRelease().datasets().stream().anyMatch(held -> held.id().equals(shipped.id()))
        || store.isWithdrawn(shipped.id())) {
      return false;
    }
    Delivery delivery = load();
    Set<Figure.Key> loaded = loaded(store.readLatest());
    List<Figure> figures =
        delivery.figures().stream().filter(figure -> !loaded.contains(figure.key())).toList();
    int leftOut = delivery.figures().size() - figures.size();
    if (leftOut > 0) {
      delivery =
          new Delivery(shipped, delivery.catalogue(), delivery.regions(), figures)
              .accepting(List.of(new AcceptedProblem(LOADED_ALREADY, leftOut)));
      telling.accept(leftOut(leftOut));
    }
    try {
      store.publish(delivery);
      return true;
    } catch (UnknownNameException e) {
      telling.accept(needed(e));
      return false;
    }
  }

  private static Set<Figure.Key> loaded(ReleaseContent content) {
    Set<String> own =
        content.release().datasets().stream()
            .filter(dataset -> dataset.key().equals(KEY))
            .map(Dataset::id)
            .collect(Collectors.toSet());
    return content.figures().stream()
        .filter(figure -> !own.contains(figure.dataset()))
        .map(Figure::key)
        .collect(Collectors.toSet());
  }

  private static Bilingual leftOut(int count) {
    return new Bilingual(
        "Esta versión de Yunga trae "
            + count
            + " cifras que ya estaban cargadas: siguen rigiendo las cargadas. Para tener las del"
            + " programa, retire el conjunto de datos que las trajo (scripts/yunga releases,"
            + " retire) antes de la próxima versión.",
        "This version of Yunga brings "
            + count
            + " figures that had been loaded already: the loaded ones stay in force. To have those"
            + " of the program, retire the dataset that brought them (scripts/yunga releases,"
            + " retire) before the next version.");
  }

  private static Bilingual needed(UnknownNameException e) {
    return new Bilingual(
        "Los datos de referencia de esta versión no se publicaron: ya no tienen "
            + e.kind()
            + " '"
            + e.given()
            + "', que usa algo cargado. Siguen rigiendo los anteriores. Retire el conjunto de datos"
            + " que lo usa (scripts/yunga releases, retire) y vuelva a iniciar.",
        "The reference data of this version was not published: it no longer has the "
            + e.kind()
            + " '"
            + e.given()
            + "', which something loaded uses. The one before stays in force. Retire the dataset"
            + " that uses it (scripts/yunga releases, retire) and start again.");
  }
}
