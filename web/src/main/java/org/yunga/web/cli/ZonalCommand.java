package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.period.Period;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.raster.CellMeaning;
import org.yunga.geodata.raster.ClassPeriods;
import org.yunga.geodata.raster.ZoneHectares;
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
  private Double fractions;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = {"Período de las fracciones: 2020", "Period of the fractions"})
  private String period;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = {
        "Nombre del conjunto de datos; por omisión, archivo, regiones e indicador",
        "Name of the dataset; by default file, region set and indicator"
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

  @Override
  public Integer call() {
    if ((fractions == null) == classes.isEmpty() || (fractions == null) != (period == null)) {
      throw meaningNeeded();
    }
    ZonalLoading.Wishes wishes =
        new ZonalLoading.Wishes(
            regionSet,
            indicator,
            series,
            fractions == null ? ClassPeriods.of(classes) : wholePeriod(),
            meaning(),
            Optional.ofNullable(name),
            Optional.ofNullable(source),
            licence,
            replace,
            dryRun);
    return new ZonalLoading(data, doer.actor(), consent, wishes).load(file);
  }

  private SortedMap<Integer, Period> wholePeriod() {
    SortedMap<Integer, Period> periods =
        ClassPeriods.of(List.of(ZoneHectares.SHARE + "=" + period));
    return new TreeMap<>(periods);
  }

  private CellMeaning meaning() {
    if (fractions == null) {
      return new CellMeaning.Classes();
    }
    if (!(fractions > 0)) {
      throw meaningNeeded();
    }
    return new CellMeaning.Fractions(fractions);
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

  /** Refuses an indicator that is not summed in hectares. */
  static void requireHectares(Indicator indicator) {
    if (!indicator.unit().equals("ha") || indicator.space() != Indicator.SpaceRule.SUM) {
      throw new ExplainedException(
          "indicator_not_in_hectares",
          new Bilingual(
              "El indicador "
                  + indicator.id()
                  + " no se suma en hectáreas, y un ráster da hectáreas. Elija otro, por ejemplo"
                  + " forest_loss.",
              "The indicator "
                  + indicator.id()
                  + " is not summed in hectares, and a raster gives hectares. Choose another, for"
                  + " example forest_loss."));
    }
  }
}
