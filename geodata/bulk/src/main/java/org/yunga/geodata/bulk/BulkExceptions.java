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

  static ExplainedException unreadable(String path, Throwable cause) {
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
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

  static ExplainedException badRegion(String path, String region, String why, String whyEn) {
    return new ExplainedException(
        "region_unusable",
        new Bilingual(
            "En " + path + " la región " + region + " " + why + ". No se escribió nada.",
            "In " + path + " the region " + region + " " + whyEn + ". Nothing was written."));
  }

  static ExplainedException noRegions(String path) {
    return new ExplainedException(
        "regions_missing",
        new Bilingual(
            path + " no tiene regiones con límites. No se escribió nada.",
            path + " has no regions with boundaries. Nothing was written."));
  }

  static ExplainedException badPlots(String path, Map<PlotFlaw, Long> flaws) {
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

  /** "3 without a year, 1 with ..." */
  static String told(Map<PlotFlaw, Long> flaws, boolean spanish) {
    return flaws.entrySet().stream()
        .map(
            flaw ->
                flaw.getValue()
                    + " "
                    + (spanish ? flaw.getKey().words().es() : flaw.getKey().words().en()))
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

  static ExplainedException unwritable(String path, Throwable cause) {
    return new ExplainedException(
        "output_unwritable",
        new Bilingual(
            "No se puede escribir en "
                + path
                + " ("
                + cause.getMessage()
                + "). No quedó nada. Revise permisos y espacio.",
            path
                + " cannot be written ("
                + cause.getMessage()
                + "). Nothing was left. Check permissions and room."),
        cause);
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
