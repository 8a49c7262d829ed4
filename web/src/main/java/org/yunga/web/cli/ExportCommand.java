package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yunga.core.figure.Measure;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.period.Period;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.export.FigureExport;
import org.yunga.geodata.export.ReleaseExport;
import org.yunga.geodata.files.TableFile;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.table.Format;
import org.yunga.web.api.FigureFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code yunga export}: figures of a region set, or a whole release, as files. */
@Command(
    name = "export",
    description = {
      "Escribe un archivo con las cifras de un indicador por región (--indicator, --region-set,"
          + " --out), con las regiones solas (sin --indicator), con parcelas (--plots), o una"
          + " carpeta con la entrega entera (--release).",
      "Writes a file with the figures of an indicator by region (--indicator, --region-set,"
          + " --out), with the regions alone (without --indicator), with plots (--plots), or a"
          + " folder with the whole release (--release)."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private static final Set<String> TABLES = Set.of("csv", "csv-excel", "xlsx");

  @Mixin private DataFolder data;

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      description = {"Indicador, por ejemplo coca_area", "Indicator, for example coca_area"})
  private String indicator;

  @Option(
      names = "--region-set",
      paramLabel = "ID",
      description = {
        "Conjunto de regiones, por ejemplo departments",
        "Region set, for example departments"
      })
  private String regionSet;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = {
        "Un período, por ejemplo 2024; sin él, una columna por período",
        "One period, for example 2024; without it, a column for each"
      })
  private String period;

  @Option(
      names = "--series",
      paramLabel = "ID",
      description = {"Una serie; sin ella, todas", "One series; all without it"})
  private String series;

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      description = {
        "actual (por omisión), target o baseline",
        "actual (by default), target or baseline"
      })
  private String measure = "actual";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "gpkg, shp, geojson, fgb, kml, parquet, xlsx, csv o csv-excel; sin él, según el nombre del"
            + " archivo",
        "gpkg, shp, geojson, fgb, kml, parquet, xlsx, csv or csv-excel; without it, by the file's"
            + " name"
      })
  private String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {"Archivo por escribir", "File to write"})
  private Path out;

  @Option(
      names = "--plots",
      paramLabel = "KIND",
      description = {
        "Las parcelas de un tipo, por ejemplo coca_field; con --period, de un año",
        "The plots of a kind, for example coca_field; with --period, of a year"
      })
  private String plots;

  @Option(
      names = "--release",
      paramLabel = "DIR",
      description = {
        "Carpeta por escribir, con la entrega entera en todos los formatos, licencias, SHA256SUMS",
        "Folder to write, with the whole release in every format, licences, SHA256SUMS"
      })
  private Path folder;

  @Option(
      names = "--force",
      description = {"Reemplaza lo que ya existe", "Replaces what is there already"})
  private boolean force;

  @Override
  public Integer call() {
    if (folder != null) {
      refuseBesideRelease();
      try (Store store = data.openAsItIs()) {
        ReleaseExportFolder.write(folder, snapshot(store), force);
      }
      return 0;
    }
    if (plots != null) {
      require("--out", out);
      PlotExporting exporting = new PlotExporting(out.toAbsolutePath(), format(), force);
      try (Store store = data.openAsItIs()) {
        exporting.write(store, plots, askedYear());
      }
      return 0;
    }
    require("--region-set", regionSet);
    require("--out", out);
    Format chosen = format();
    if (indicator == null) {
      writeRegions(chosen);
      return 0;
    }
    FiguresQuery query =
        new FiguresQuery(
            indicator, regionSet, measure(), Optional.ofNullable(series), askedPeriod());
    ExportFile file = new ExportFile(out, chosen, force);
    try (Store store = data.openAsItIs()) {
      List<ExportTable> tables =
          tables(new FigureExport(new Monitor(snapshot(store)), query), chosen);
      file.write(tables);
      tables.forEach(this::tell);
    }
    return 0;
  }

  private void writeRegions(Format chosen) {
    if (period != null || series != null) {
      require("--indicator", indicator);
    }
    ExportFile file = new ExportFile(out, chosen, force);
    try (Store store = data.openAsItIs()) {
      Snapshot snapshot = snapshot(store);
      ExportTable regions =
          new ReleaseExport(snapshot).regions(snapshot.catalogue().regionSet(regionSet));
      ExportTable fitting = TABLES.contains(chosen.id()) ? regions.withoutPlaces() : regions;
      file.write(List.of(fitting));
      tell(fitting);
    }
  }

  private void tell(ExportTable written) {
    String what = out + ": " + written.table().name() + ", " + written.rows().size();
    Console.say(what + " filas.", what + " rows.");
  }

  private static Snapshot snapshot(Store store) {
    return Snapshot.of(store.read(store.latestReleaseNumber()));
  }

  private void refuseBesideRelease() {
    if (Stream.of(indicator, regionSet, period, series, format, out, plots)
        .anyMatch(Objects::nonNull)) {
      throw new ExplainedException(
          "options_exclude",
          new Bilingual(
              "--release escribe la entrega entera y solo admite --data y --force. Quite las demás"
                  + " opciones, o quite --release.",
              "--release writes the whole release and takes only --data and --force. Leave out the"
                  + " other options, or --release."));
    }
  }

  private static void require(String option, Object given) {
    if (given == null) {
      throw new ExplainedException(
          "option_missing",
          new Bilingual(
              "Falta "
                  + option
                  + ". Por ejemplo: scripts/yunga export --region-set departments --indicator"
                  + " coca_area --period 2024 --out coca.gpkg",
              option
                  + " is missing. For example: scripts/yunga export --region-set departments"
                  + " --indicator coca_area --period 2024 --out coca.gpkg"));
    }
  }

  private Format format() {
    List<String> ids =
        Formats.WRITTEN.stream().map(Format::id).filter(id -> !id.equals("geojsonseq")).toList();
    if (format != null) {
      return Formats.WRITTEN.stream()
          .filter(known -> known.id().equals(format))
          .findFirst()
          .orElseThrow(() -> new UnknownNameException("format", format, ids));
    }
    String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
    return Formats.WRITTEN.stream()
        .filter(known -> name.endsWith("." + known.extensions().get(0)))
        .findFirst()
        .orElseThrow(
            () ->
                new ExplainedException(
                    "format_missing",
                    new Bilingual(
                        "El nombre de "
                            + out
                            + " no dice el formato. Indique --format: "
                            + String.join(", ", ids)
                            + ".",
                        "The name of "
                            + out
                            + " does not tell the format. Give --format: "
                            + String.join(", ", ids)
                            + ".")));
  }

  private Measure measure() {
    for (Measure known : Measure.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(measure)) {
        return known;
      }
    }
    throw new UnknownNameException("measure", measure, List.of("actual", "target", "baseline"));
  }

  private OptionalInt askedYear() {
    if (period == null) {
      return OptionalInt.empty();
    }
    if (!period.matches("\\d{4}")) {
      throw new UnknownNameException("year", period, List.of("2024"));
    }
    return OptionalInt.of(Integer.parseInt(period));
  }

  private Optional<Period> askedPeriod() {
    if (period == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Period.parse(period));
    } catch (IllegalArgumentException e) {
      throw new ExplainedException(
          "invalid_period",
          new Bilingual(
              "'"
                  + period
                  + "' no es un período. Escriba un año 2024, un trimestre 2024-Q1, un mes 2024-03"
                  + " o años 2012/2014.",
              "'"
                  + period
                  + "' is not a period. Write a year 2024, a quarter 2024-Q1, a month 2024-03 or"
                  + " years 2012/2014."),
          e);
    }
  }

  /** A GeoPackage has a layer for each series; other formats with places hold one layer. */
  private List<ExportTable> tables(FigureExport export, Format chosen) {
    if (TABLES.contains(chosen.id())) {
      return List.of(export.table());
    }
    if (export.series().size() > 1 && !chosen.id().equals(TableFile.GEOPACKAGE)) {
      String names = export.series().stream().collect(Collectors.joining(", "));
      throw new ExplainedException(
          "ambiguous_series",
          new Bilingual(
              chosen.label()
                  + " lleva una sola serie, y aquí hay: "
                  + names
                  + ". Indique una con --series, o use --format gpkg.",
              chosen.label()
                  + " holds one series, and here are: "
                  + names
                  + ". Name one by --series, or use --format gpkg."));
    }
    return FigureFiles.layers(export);
  }
}
