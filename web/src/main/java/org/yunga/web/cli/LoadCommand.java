package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.figures.FigureTable;
import org.yunga.geodata.intake.DatasetName;
import org.yunga.geodata.table.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga load FILE}: figures from a table of any format. */
@Command(
    name = "load",
    description = {
      "Carga una tabla de cifras (Excel, CSV, GeoPackage, Shapefile...): reconoce regiones,"
          + " indicador, período y unidad, dice lo que halla y pregunta antes de publicar.",
      "Loads a table of figures of any format: recognises regions, indicator, period and unit, says"
          + " what it finds, and asks before it publishes."
    },
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

  private static final String FIGURES = "figures";

  @Mixin private DataFolder data;
  @Mixin private Doer doer;
  @Mixin private Consent consent;
  @Mixin private HintOptions hints;

  @Parameters(
      paramLabel = "FILE",
      description = {"Archivo", "File"})
  private Path file;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description = {
        "Qué trae el archivo: figures (cifras); por omisión, si no tiene geometría",
        "What the file brings: figures; by default when it has no geometry"
      })
  private String kind;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = {"Capa u hoja, si no es la primera", "Layer or sheet, if not the first"})
  private String layer;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = {
        "Nombre del conjunto de datos; por omisión, el del archivo. Otro archivo con el mismo"
            + " nombre es una edición nueva",
        "Name of the dataset; by default that of the file. Another file of the same name is a new"
            + " edition"
      })
  private String name;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = {"Licencia de las cifras", "Licence of the figures"})
  private String licence = "Licencia desconocida";

  @Option(
      names = "--replace",
      description = {
        "La edición nueva puede cambiar o dejar de tener cifras de la anterior del mismo nombre",
        "The new edition may change or lack figures of the one before of the same name"
      })
  private boolean replace;

  @Option(
      names = "--partial",
      description = {
        "Carga lo bueno aunque haya valores rechazados",
        "Loads what is good though some is refused"
      })
  private boolean partial;

  @Option(
      names = "--dry-run",
      description = {"Dice lo que haría, sin publicar nada", "Says what it would do, and stops"})
  private boolean dryRun;

  @Option(
      names = "--all",
      description = {"Escribe cada problema y cada cambio", "Writes every problem and change"})
  private boolean all;

  @Override
  public Integer call() {
    if (kind != null && !kind.equals(FIGURES)) {
      throw unknownKind(kind);
    }
    FigureTable table =
        FigureTable.read(file, new ReadOptions(Optional.ofNullable(layer), Optional.empty()));
    if (kind == null && table.table().geometry().isPresent()) {
      throw hasGeometry();
    }
    FigureLoading.Wishes wishes =
        new FigureLoading.Wishes(
            DatasetName.of(Optional.ofNullable(name), file), licence, replace, partial, dryRun);
    return new FigureLoading(data, doer.actor(), consent, wishes, new FigureWords(all))
        .load(file, table, hints.hints());
  }

  private static ExplainedException unknownKind(String given) {
    return new ExplainedException(
        "kind_unknown",
        new Bilingual(
            "--as '"
                + given
                + "' no existe. Hay: figures (cifras). Los límites se cargan con"
                + " scripts/yunga boundaries load.",
            "There is no --as '"
                + given
                + "'. There is: figures. Boundaries are loaded by scripts/yunga boundaries load."));
  }

  private ExplainedException hasGeometry() {
    return new ExplainedException(
        "kind_needed",
        new Bilingual(
            file.getFileName()
                + " tiene geometría. Si trae cifras de regiones, agregue --as figures; si trae"
                + " límites, guárdelos como GeoJSON y use scripts/yunga boundaries load.",
            file.getFileName()
                + " has geometry. If it brings figures of regions, add --as figures; if it brings"
                + " boundaries, save them as GeoJSON and use scripts/yunga boundaries load."));
  }
}
