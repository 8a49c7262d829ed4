package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yunga.geodata.fetch.BoundaryFetcher;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.load.BoundaryRoles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga boundaries}: boundaries that are not shipped, from files or from the web. */
@Command(
    name = "boundaries",
    description = {"Carga límites de regiones.", "Loads boundaries of regions."},
    mixinStandardHelpOptions = true,
    subcommands = {
      BoundariesCommand.Load.class,
      BoundariesCommand.Fetch.class,
      CrosswalkCommand.class
    })
final class BoundariesCommand {

  /** {@code yunga boundaries load FILE...}. */
  @Command(
      name = "load",
      description = {
        "Carga límites de regiones (GeoPackage, Shapefile, GeoJSON, FlatGeobuf, KML, CSV con"
            + " WKT), o una lista de zonas con sus UBIGEO (CSV, Excel); reconoce los del INEI.",
        "Loads boundaries of regions (GeoPackage, Shapefile, GeoJSON, FlatGeobuf, KML, CSV with"
            + " WKT), or a list of zones with their UBIGEO (CSV, Excel); knows those of INEI."
      },
      mixinStandardHelpOptions = true)
  static final class Load implements Callable<Integer> {

    @Mixin private DataFolder data;
    @Mixin private Doer doer;

    @Parameters(
        arity = "1..*",
        paramLabel = "FILE",
        description = {"Archivos de límites", "Files of boundaries"})
    private List<Path> files;

    @Option(
        names = "--region-set",
        paramLabel = "ID",
        description = {"Conjunto de regiones, si no se reconoce", "Region set, if not recognised"})
    private String regionSet;

    @Option(
        names = "--code-field",
        paramLabel = "NAME",
        description = {"Columna con el código", "Column that holds the code"})
    private String codeField;

    @Option(
        names = "--name-field",
        paramLabel = "NAME",
        description = {"Columna con el nombre", "Column that holds the name"})
    private String nameField;

    @Option(
        names = "--layer",
        paramLabel = "NAME",
        description = {"Capa u hoja, si no es la primera", "Layer or sheet, if not the first"})
    private String layer;

    @Option(
        names = "--crs",
        paramLabel = "EPSG:CODE",
        description = {
          "Sistema de coordenadas, si el archivo no lo dice o lo dice mal",
          "Coordinate reference system, if the file does not say it, or says it wrong"
        })
    private String crs;

    @Option(
        names = "--source",
        paramLabel = "TEXT",
        description = {"Quién levantó o publicó los límites", "Who drew or published them"})
    private String source;

    @Option(
        names = "--licence",
        paramLabel = "TEXT",
        description = {"Licencia de los límites", "Licence of the boundaries"})
    private String licence;

    @Mixin private NewSetOptions newSet;

    @Option(
        names = {"--all", "--all-problems"},
        description = {"Escribe todos los problemas hallados", "Writes every problem found"})
    private boolean allProblems;

    @Option(
        names = "--dry-run",
        description = {"Dice lo que haría, sin publicar nada", "Says what it would do, and stops"})
    private boolean dryRun;

    @Override
    public Integer call() {
      Map<String, List<String>> columns = new HashMap<>();
      Optional.ofNullable(codeField)
          .ifPresent(column -> columns.put(BoundaryRoles.CODE, List.of(column)));
      Optional.ofNullable(nameField)
          .ifPresent(column -> columns.put(BoundaryRoles.NAME, List.of(column)));
      IntakeOptions options =
          new IntakeOptions(
              Optional.ofNullable(regionSet).map(IntakeKind.Boundaries::new),
              columns,
              newSet.constants(),
              Optional.empty(),
              Optional.ofNullable(crs),
              Optional.ofNullable(layer),
              BoundaryLoading.NAME,
              Optional.empty(),
              Optional.ofNullable(source),
              Optional.ofNullable(licence).orElse(IntakeOptions.UNKNOWN_LICENCE),
              true,
              true);
      return new BoundaryLoading(data, doer.actor(), new IntakeWords(allProblems), dryRun)
          .load(files, options);
    }
  }

  /** {@code yunga boundaries fetch}. */
  @Command(
      name = "fetch",
      description = {
        "Descarga y carga los límites del INEI (2007, simplificados) de github.com/juaneladio/"
            + "peru-geojson, con suma SHA-256 comprobada.",
        "Downloads and loads the boundaries of INEI with a checked SHA-256."
      },
      mixinStandardHelpOptions = true)
  static final class Fetch implements Callable<Integer> {

    @Mixin private DataFolder data;
    @Mixin private Doer doer;

    @Option(
        names = "--only-download",
        paramLabel = "DIR",
        description = {
          "Solo descarga los archivos a esta carpeta, sin cargarlos",
          "Only downloads the files to this folder"
        })
    private Path onlyDownload;

    @Override
    public Integer call() {
      Path folder =
          onlyDownload == null ? data.folder().resolve("downloads") : onlyDownload.toAbsolutePath();
      List<Path> files = new BoundaryFetcher().fetchAll(folder, new DownloadProgress());
      if (onlyDownload != null) {
        files.forEach(file -> Console.say("Descargado: " + file, "Downloaded: " + file));
        return 0;
      }
      return new BoundaryLoading(data, doer.actor(), new IntakeWords(false), false)
          .load(files, IntakeOptions.named(BoundaryLoading.NAME).allowing(true, true));
    }
  }
}
