package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yunga.core.backup.FolderCopy;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.store.postgis.PostgisAddress;
import org.yunga.core.store.postgis.PostgisStore;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.store.sql.StoreCopy;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yunga copy}: a whole store into an empty one, from file to database or back. */
@Command(
    name = "copy",
    description = {
      "Copia todo un almacén, con su historia, a otro vacío: de archivo a base de datos o al revés.",
      "Copies a whole store, with its history, into an empty one: from file to database or back."
    },
    mixinStandardHelpOptions = true)
final class CopyCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR|ADDRESS",
      description = {
        "Carpeta de datos, o postgresql://host:5432/base",
        "Data folder, or postgresql://host:5432/database"
      })
  private String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR|ADDRESS",
      description = {"Lo mismo; debe estar vacío", "The same; must be empty"})
  private String to;

  @Override
  public Integer call() {
    refuseWhereNothingIs();
    try (SqlStore source = open(from)) {
      String target = place(to);
      Console.say(
          "Copiando " + source.place() + " a " + target + "...",
          "Copying " + source.place() + " to " + target + "...");
      Map<String, Long> rows = copy(source);
      String counts =
          "%,d + %,d + %,d"
              .formatted(rows.get("region"), rows.get("figure"), rows.get("plot_block"));
      Console.say(
          "Hecho y comprobado: "
              + rows.get("release")
              + " entregas, con los mismos hashes (regiones, cifras y bloques de parcelas: "
              + counts
              + ").",
          "Done and verified: "
              + rows.get("release")
              + " releases, with the same hashes (regions, figures and blocks of plots: "
              + counts
              + ").");
    }
    return 0;
  }

  /** A misspelt folder must not become a new store. */
  private void refuseWhereNothingIs() {
    boolean there =
        PostgisAddress.isOne(from)
            ? PostgisStore.isIn(PostgisAddress.parse(from), System.getenv())
            : GeoPackageStore.isIn(folder(from));
    if (!there) {
      String place = place(from);
      throw new ExplainedException(
          "no_store",
          new Bilingual(
              "En " + place + " no hay datos de Yunga que copiar. Corrija --from.",
              "There is no data of Yunga in " + place + " to copy. Correct --from."));
    }
  }

  private Map<String, Long> copy(SqlStore source) {
    return PostgisAddress.isOne(to)
        ? StoreCopy.copy(source, PostgisStore.target(PostgisAddress.parse(to), System.getenv()))
        : FolderCopy.make(source, folder(to));
  }

  private static String place(String text) {
    return PostgisAddress.isOne(text)
        ? PostgisAddress.parse(text).place()
        : folder(text).toString();
  }

  private static SqlStore open(String place) {
    return PostgisAddress.isOne(place)
        ? PostgisStore.open(PostgisAddress.parse(place), System.getenv())
        : GeoPackageStore.open(folder(place));
  }

  private static Path folder(String text) {
    return Path.of(text).toAbsolutePath().normalize();
  }
}
