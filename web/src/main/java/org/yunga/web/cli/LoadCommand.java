package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga load FILE}: figures, plots or boundaries from a file of any format. */
@Command(
    name = "load",
    description = {
      "Carga cifras, parcelas o límites de un archivo (GeoPackage, Shapefile, GeoJSON, FlatGeobuf,"
          + " KML, Excel, CSV): reconoce columnas y sistema de coordenadas, dice lo que halla y cómo"
          + " corregirlo, y pregunta antes de publicar.",
      "Loads figures, plots or boundaries from a file of any format: recognises columns and"
          + " coordinates, says what it finds and how to mend it, and asks before it publishes."
    },
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

  @Mixin private DataFolder data;
  @Mixin private Doer doer;
  @Mixin private Consent consent;
  @Mixin private IntakeChoices choices;

  @Parameters(
      paramLabel = "FILE",
      description = {"Archivo", "File"})
  private Path file;

  @Option(
      names = "--refused-to",
      paramLabel = "DIR",
      description = {
        "Carpeta para las filas rechazadas; por omisión, la del archivo",
        "Folder for refused rows; by default that of the file"
      })
  private Path refusedFolder;

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
    Path folder =
        refusedFolder == null ? file.toAbsolutePath().normalize().getParent() : refusedFolder;
    new Loading(data, doer.actor(), consent, new IntakeWords(all), dryRun)
        .load(file, choices.options(file), folder);
    return 0;
  }
}
