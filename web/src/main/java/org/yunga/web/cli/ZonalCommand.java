package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.intake.DatasetName;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.raster.RasterIntake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga zonal FILE.tif}: hectares of a raster by region, as a dataset of figures. */
@Command(
    name = "zonal",
    description = {
      "Cuenta las hectáreas de un GeoTIFF (clases o fracciones) por región, muestra el resultado y"
          + " pregunta antes de publicarlo como cifras.",
      "Counts the hectares of a GeoTIFF (classes or fractions) by region, shows them, and asks"
          + " before it publishes them as figures."
    },
    mixinStandardHelpOptions = true)
final class ZonalCommand implements Callable<Integer> {

  @Mixin private DataFolder data;
  @Mixin private Doer doer;
  @Mixin private Consent consent;

  @Parameters(
      paramLabel = "FILE",
      description = {"Archivo GeoTIFF", "GeoTIFF file"})
  private Path file;

  @Option(
      names = "--region-set",
      paramLabel = "ID",
      description = {"Conjunto de regiones (departments)", "Region set (departments by default)"})
  private String regionSet = "departments";

  @Option(
      names = "--indicator",
      required = true,
      paramLabel = "ID",
      description = {"Qué miden las hectáreas: forest_loss", "What the hectares count"})
  private String indicator;

  @Option(
      names = "--series",
      required = true,
      paramLabel = "ID",
      description = {"Quién midió", "Who measured"})
  private String series;

  @Option(
      names = "--class",
      paramLabel = "CLASS=PERIOD",
      description = {
        "Clase y su período: 21=2021, o 1-23=2001-2023; puede repetirse",
        "Class and its period: 21=2021, or 1-23=2001-2023; may be repeated"
      })
  private List<String> classes = List.of();

  @Option(
      names = "--fractions",
      paramLabel = "WHOLE",
      description = {
        "Las celdas dicen qué parte de ellas cuenta; WHOLE es la celda entera: 1, 100, 255",
        "Cells say which part of them counts; WHOLE is a whole cell: 1, 100, 255"
      })
  private String fractions;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = {"Período de las fracciones: 2020", "Period of the fractions"})
  private String period;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = {
        "Nombre del conjunto de datos, por omisión el del archivo; le siguen regiones e indicador",
        "Name of the dataset, by default that of the file; region set and indicator follow it"
      })
  private String name;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = {"Quién publicó el ráster y dónde", "Who published the raster, and where"})
  private String source;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = {"Licencia del ráster", "Licence of the raster"})
  private String licence = "Licencia desconocida";

  @Option(
      names = "--replace",
      description = {
        "Puede cambiar o dejar de tener cifras de la edición anterior del mismo nombre",
        "May change or lack figures of the edition before of the same name"
      })
  private boolean replace;

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
    if ((fractions == null) == classes.isEmpty() || (fractions == null) != (period == null)) {
      throw meaningNeeded();
    }
    Map<String, String> said = new HashMap<>();
    said.put(RasterIntake.INDICATOR, indicator);
    said.put(RasterIntake.SERIES, series);
    if (fractions == null) {
      said.put(RasterIntake.CLASSES, String.join(";", classes));
    } else {
      said.put(RasterIntake.FRACTIONS, fractions);
      said.put(RasterIntake.PERIOD, period);
    }
    IntakeOptions options =
        new IntakeOptions(
            Optional.of(new IntakeKind.Raster(regionSet)),
            Map.of(),
            said,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DatasetName.of(Optional.ofNullable(name), file),
            Optional.empty(),
            Optional.ofNullable(source),
            licence,
            false,
            replace);
    new ZonalLoading(new Loading(data, doer.actor(), consent, new IntakeWords(all), dryRun))
        .load(file, options);
    return 0;
  }

  private static ExplainedException meaningNeeded() {
    return new ExplainedException(
        "raster_meaning_needed",
        new Bilingual(
            "Diga qué hay en las celdas: clases con --class CLASE=PERÍODO (1-23=2001-2023), o"
                + " fracciones con --fractions ENTERO (mayor que 0) y --period.",
            "Say what the cells hold: classes by --class CLASS=PERIOD (1-23=2001-2023), or"
                + " fractions by --fractions WHOLE (more than 0) and --period."));
  }
}
