package org.yunga.web.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.intake.DatasetName;
import org.yunga.geodata.intake.IntakeKind;
import org.yunga.geodata.intake.IntakeOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person says of a file, the same for all kinds. */
final class IntakeChoices {

  @Mixin private HintOptions hints;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description = {
        "Qué trae el archivo: figures (cifras), plots:TIPO (parcelas), boundaries:CONJUNTO"
            + " (límites), raster:CONJUNTO (celdas que se cuentan por región); por omisión se"
            + " reconoce",
        "What the file brings: figures, plots:KIND, boundaries:SET, raster:SET; recognised by"
            + " default"
      })
  private String kind;

  @Option(
      names = "--mapping",
      paramLabel = "ROLE=COLUMN",
      split = ",",
      description = {
        "Qué es cada columna: --mapping year=ANIO,hectares=AREA. ROLE= sin columna: no se usa",
        "What each column is. ROLE= without a column: it is left out"
      })
  private List<String> mapping = List.of();

  @Option(
      names = "--set",
      paramLabel = "ROLE=VALUE",
      split = ",",
      description = {"Un valor para todas las filas: --set year=2023", "One value for all rows"})
  private List<String> constants = List.of();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = {"Codificación de los textos: UTF-8, ISO-8859-1", "Encoding of texts"})
  private String encoding;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:CODE",
      description = {
        "Sistema de coordenadas, si el archivo no lo dice o lo dice mal: EPSG:32718, EPSG:24878",
        "Coordinate reference system, if the file does not say it, or says it wrong"
      })
  private String crs;

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
      names = "--title",
      paramLabel = "TEXT",
      description = {"Título del conjunto de datos", "Title of the dataset"})
  private String title;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = {"Licencia de los datos", "Licence of the data"})
  private String licence = IntakeOptions.UNKNOWN_LICENCE;

  @Option(
      names = "--replace",
      description = {
        "La edición nueva puede cambiar o dejar de tener datos de la anterior del mismo nombre",
        "The new edition may change or lack data of the one before of the same name"
      })
  private boolean replace;

  @Option(
      names = "--partial",
      description = {
        "Carga lo bueno aunque algo se rechace; lo rechazado vuelve en un archivo aparte",
        "Loads what is good though some is refused; what is refused comes back in a file of its own"
      })
  private boolean partial;

  /** All of it. */
  IntakeOptions options(Path file) {
    Map<String, List<String>> columns = new LinkedHashMap<>(hints.columns());
    pairs("--mapping", mapping)
        .forEach(pair -> columns.computeIfAbsent(pair[0], role -> new ArrayList<>()).add(pair[1]));
    Map<String, String> values = new LinkedHashMap<>(hints.constants());
    pairs("--set", constants).forEach(pair -> values.put(pair[0], pair[1]));
    return new IntakeOptions(
        Optional.ofNullable(kind).map(IntakeKind::parse),
        columns,
        values,
        Optional.ofNullable(encoding).map(IntakeChoices::charset),
        Optional.ofNullable(crs),
        Optional.ofNullable(layer),
        DatasetName.of(Optional.ofNullable(name), file),
        Optional.ofNullable(title),
        hints.source(),
        licence,
        partial,
        replace);
  }

  private static List<String[]> pairs(String option, List<String> given) {
    return given.stream()
        .map(
            text -> {
              int equals = text.indexOf('=');
              if (equals < 1) {
                throw notAPair(option, text);
              }
              return new String[] {
                text.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                text.substring(equals + 1).strip()
              };
            })
        .toList();
  }

  private static ExplainedException notAPair(String option, String given) {
    return new ExplainedException(
        "mapping_wrong",
        new Bilingual(
            option + " '" + given + "' no se entiende. Escriba " + option + " year=ANIO.",
            option + " '" + given + "' is not understood. Write " + option + " year=ANIO."));
  }

  private static Charset charset(String given) {
    try {
      return Charset.forName(given);
    } catch (IllegalArgumentException e) {
      throw new ExplainedException(
          "encoding_unknown",
          new Bilingual(
              "La codificación '"
                  + given
                  + "' no se conoce. Escriba UTF-8, ISO-8859-1 o"
                  + " windows-1252.",
              "The encoding '"
                  + given
                  + "' is not known. Write "
                  + StandardCharsets.UTF_8
                  + ", ISO-8859-1 or windows-1252."),
          e);
    }
  }
}
