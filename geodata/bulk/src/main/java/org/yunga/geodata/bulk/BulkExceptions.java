package org.yunga.geodata.bulk;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** What can be wrong with a job from the outside, in words. */
final class BulkExceptions {

  private BulkExceptions() {}

  static ExplainedException notThere(String path) {
    return new ExplainedException(
        "input_missing",
        new Bilingual(
            "No existe "
                + path
                + ". Corrija la ruta; en un clúster debe verse desde todos sus nodos.",
            "There is no " + path + ". Correct the path; on a cluster all nodes must see it."));
  }

  /** Somebody ended Spark, or the job, while it ran. */
  private static ExplainedException ended(Throwable failure) {
    return new ExplainedException(
        "job_ended",
        new Bilingual(
            "El trabajo fue detenido antes de terminar. No quedó nada; repita el mismo comando.",
            "The job was stopped before it was done. Nothing was left; run the same"
                + " command again."),
        failure);
  }

  static ExplainedException unreadable(String path, Throwable cause) {
    if (Failure.isStopped(cause)) {
      return ended(cause);
    }
    if (Failure.isMissing(cause)) {
      return notThere(path + " (" + Failure.told(Failure.root(cause)) + ")");
    }
    String reason = Failure.told(Failure.root(cause));
    return new ExplainedException(
        "input_unreadable",
        new Bilingual(
            "No se puede leer "
                + path
                + " ("
                + reason
                + "). Debe ser GeoParquet (.parquet o carpeta), GeoPackage (.gpkg) o CSV con una"
                + " columna WKT (.csv). scripts/yunga export escribe los tres.",
            path
                + " cannot be read ("
                + reason
                + "). It has to be GeoParquet (.parquet or a folder), GeoPackage (.gpkg) or CSV with"
                + " a column of WKT (.csv). scripts/yunga export writes all three."),
        cause);
  }

  static ExplainedException columnMissing(
      String path, String option, String wanted, Collection<String> columns) {
    String there = String.join(", ", columns);
    return new ExplainedException(
        "column_missing",
        new Bilingual(
            path
                + " no tiene la columna '"
                + wanted
                + "'. Indique otra con "
                + option
                + ". Hay: "
                + there
                + ".",
            path
                + " has no column '"
                + wanted
                + "'. Name another by "
                + option
                + ". There are: "
                + there
                + "."));
  }

  static ExplainedException severalLayers(String path, String option, Collection<String> layers) {
    String there = String.join(", ", layers);
    return new ExplainedException(
        "layer_needed",
        new Bilingual(
            "Indique una capa de " + path + " con " + option + ". Hay: " + there + ".",
            "Name one layer of " + path + " by " + option + ". There are: " + there + "."));
  }

  static ExplainedException badRegion(
      String path, int row, String region, RegionFlaw flaw, String given) {
    return new ExplainedException(
        "region_unusable",
        new Bilingual(
            ("%s, fila %d, región %s: %s ('%s'). Corrija o quite la fila y repita; no"
                    + " se escribió nada.")
                .formatted(path, row, region, flaw.words().es(), given),
            ("%s, row %d, region %s: %s ('%s'). Correct or remove the row and try"
                    + " again; nothing was written.")
                .formatted(path, row, region, flaw.words().en(), given)));
  }

  static ExplainedException noRegions(String path) {
    return new ExplainedException(
        "regions_missing",
        new Bilingual(
            path + " no tiene regiones con límites. No se escribió nada.",
            path + " has no regions with boundaries. Nothing was written."));
  }

  static ExplainedException badPlots(String path, Map<PlotFlaw, FlawedRows> flaws) {
    return new ExplainedException(
        "plots_unusable",
        new Bilingual(
            "En "
                + path
                + " hay filas que no son parcelas: "
                + told(flaws, true)
                + ". No se escribió nada. Corríjalas, o agregue --partial para contar las demás.",
            path
                + " has rows that are no plots: "
                + told(flaws, false)
                + ". Nothing was written. Correct them, or add --partial to count the others."));
  }

  /** "3 without a year ('20x0' @ plots.csv), 1 with ..." */
  static String told(Map<PlotFlaw, FlawedRows> flaws, boolean spanish) {
    return flaws.entrySet().stream()
        .map(
            flaw ->
                "%,d %s (%s)"
                    .formatted(
                        flaw.getValue().count(),
                        flaw.getKey().words().in(spanish ? "es" : "en"),
                        flaw.getValue().example()))
        .collect(Collectors.joining(", "));
  }

  static ExplainedException outThere(String path) {
    return new ExplainedException(
        "output_exists",
        new Bilingual(
            path + " ya existe y no se tocó. Elija otra carpeta con --out, o bórrela antes.",
            path
                + " is there already and was not touched. Choose another folder by --out, or delete"
                + " it first."));
  }

  /** Both jobs would write there. */
  static ExplainedException busy(String path, Claim other, int seconds) {
    return new ExplainedException(
        "output_busy",
        new Bilingual(
            ("Otro trabajo escribe ahora en %s (desde %s, proceso %d en %s). Espere, o"
                    + " elija otra carpeta con --out. Si lo detuvieron en otra máquina, repita"
                    + " en %d segundos.")
                .formatted(path, other.since(), other.process(), other.machine(), seconds),
            ("Another job writes into %s now (since %s, process %d on %s). Wait, or"
                    + " choose another folder by --out. If it was killed on another machine, try"
                    + " again in %d seconds.")
                .formatted(path, other.since(), other.process(), other.machine(), seconds)));
  }

  static ExplainedException halfThere(String path) {
    return new ExplainedException(
        "output_half_done",
        new Bilingual(
            ("%s no tiene %s: es de un trabajo que no terminó, y no vale. Bórrela y"
                    + " repita, o elija otra carpeta con --out.")
                .formatted(path, OutputPlace.DONE),
            ("%s has no %s: it is of a job that did not end, and counts for nothing."
                    + " Delete it and try again, or choose another folder by --out.")
                .formatted(path, OutputPlace.DONE)));
  }

  static ExplainedException notOurs(String path) {
    return new ExplainedException(
        "output_foreign",
        new Bilingual(
            ("%s tiene archivos que no son de Yunga, y no se tocó. Muévala a otro"
                    + " lugar, o elija otra carpeta con --out.")
                .formatted(path),
            ("%s has files that are not Yunga's, and was not touched. Move it"
                    + " elsewhere, or choose another folder by --out.")
                .formatted(path)));
  }

  static ExplainedException notShared(String path) {
    return new ExplainedException(
        "output_not_shared",
        new Bilingual(
            ("Los nodos no escriben en la misma carpeta %s. En un clúster --out debe"
                    + " verse desde todos: hdfs://, s3a:// o un disco compartido.")
                .formatted(path),
            ("The nodes do not write into one and the same folder %s. On a cluster all"
                    + " must see --out: hdfs://, s3a:// or a shared disk.")
                .formatted(path)));
  }

  /** Writing failed; what is told is why, as far as the causes say. */
  static ExplainedException unwritable(String path, Throwable failure) {
    if (failure instanceof ExplainedException explained) {
      return explained;
    }
    if (Failure.isStopped(failure)) {
      return ended(failure);
    }
    Throwable cause = Failure.root(failure);
    if (Failure.isFull(failure)) {
      return new ExplainedException(
          "disk_full",
          new Bilingual(
              ("No hay espacio para %s (%s). No quedó nada. Libere espacio o elija otro"
                      + " lugar con --out, y repita.")
                  .formatted(path, Failure.told(cause)),
              ("There is no room for %s (%s). Nothing was left. Make room or choose"
                      + " another place by --out, and try again.")
                  .formatted(path, Failure.told(cause))),
          failure);
    }
    if (Failure.isForbidden(failure)) {
      return new ExplainedException(
          "output_forbidden",
          new Bilingual(
              ("No tiene permiso para escribir en %s (%s). No quedó nada. Pida permiso"
                      + " o elija otra carpeta con --out.")
                  .formatted(path, Failure.told(cause)),
              ("You may not write into %s (%s). Nothing was left. Ask for permission or"
                      + " choose another folder by --out.")
                  .formatted(path, Failure.told(cause))),
          failure);
    }
    if (Failure.isThere(failure)) {
      return outThere(path);
    }
    return new ExplainedException(
        "output_unwritable",
        new Bilingual(
            ("No se puede escribir en %s (%s). No quedó nada. Revise que la ruta"
                    + " exista, que no sea de solo lectura y que haya espacio.")
                .formatted(path, Failure.told(cause)),
            ("%s cannot be written (%s). Nothing was left. Check that the path is"
                    + " there, is not read-only, and that there is room.")
                .formatted(path, Failure.told(cause))),
        failure);
  }

  /** Counting failed on the way. */
  static ExplainedException stopped(String path, Throwable failure) {
    if (failure instanceof ExplainedException explained) {
      return explained;
    }
    if (Failure.isStopped(failure)) {
      return ended(failure);
    }
    Throwable cause = Failure.root(failure);
    if (Failure.isFull(failure)) {
      return new ExplainedException(
          "disk_full",
          new Bilingual(
              ("No hay espacio para los archivos de trabajo de Spark (%s). No quedó"
                      + " nada. Libere espacio o indique otro disco con spark.local.dir, y"
                      + " repita.")
                  .formatted(Failure.told(cause)),
              ("There is no room for Spark's working files (%s). Nothing was left. Make"
                      + " room or name another disk by spark.local.dir, and try again.")
                  .formatted(Failure.told(cause))),
          failure);
    }
    if (Failure.isMissing(failure)) {
      return notThere(path + " (" + Failure.told(cause) + ")");
    }
    return new ExplainedException(
        "job_failed",
        new Bilingual(
            ("El conteo de %s se detuvo: %s. No quedó nada. Corrija la causa y repita"
                    + " el mismo comando.")
                .formatted(path, Failure.told(cause)),
            ("Counting %s stopped: %s. Nothing was left. Mend the cause and run the"
                    + " same command again.")
                .formatted(path, Failure.told(cause))),
        failure);
  }

  static ExplainedException noCluster(String master, Throwable cause) {
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new ExplainedException(
        "spark_unavailable",
        new Bilingual(
            "Spark no arrancó con --master " + master + " (" + reason + "). Pruebe local[*].",
            "Spark did not start with --master " + master + " (" + reason + "). Try local[*]."),
        cause);
  }
}
