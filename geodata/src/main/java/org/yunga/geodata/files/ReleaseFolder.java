package org.yunga.geodata.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yunga.core.region.RegionSet;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.export.ExportTable;
import org.yunga.geodata.export.ReleaseExport;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.table.Format;

/**
 * Fills a folder with a release: all of it as GeoPackage, CSV and XLSX; each region set with its
 * figures in every format; licence, citation and method; a DCAT record; the hashes of all. The same
 * release gives the same bytes, whenever and wherever it is written by one version of the program.
 */
public final class ReleaseFolder {

  /** Hashes of all other files, as {@code sha256sum -c} reads them. */
  public static final String SUMS = "SHA256SUMS";

  /** All figures: no release is without. */
  public static final String FIGURES = "figures.csv";

  static final String TEXT = "text";
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final List<String> TABLES = List.of("csv", "csv-excel", "xlsx");
  private static final List<String> PLACED = List.of("geojson", "fgb", "kml", "shp");

  private static final Bilingual EVERYTHING =
      new Bilingual("Entrega completa: regiones y cifras", "Whole release: regions and figures");

  private final Path folder;
  private final ReleaseExport export;
  private final ReleaseWords words;
  private final Snapshot snapshot;
  private final List<ReleaseFile> files = new ArrayList<>();

  private ReleaseFolder(Path folder, Snapshot snapshot) {
    this.folder = folder;
    this.snapshot = snapshot;
    this.export = new ReleaseExport(snapshot);
    this.words = new ReleaseWords(snapshot);
  }

  /**
   * Writes the files of a release.
   *
   * @param folder an empty one
   * @return what was written
   * @throws IOException when a text cannot be written
   * @throws org.yunga.core.text.ExplainedException when a table cannot be written
   */
  public static ReleaseIndex fill(Path folder, Snapshot snapshot) throws IOException {
    return new ReleaseFolder(folder, snapshot).fill();
  }

  private ReleaseIndex fill() throws IOException {
    whole();
    for (RegionSet set : export.sets()) {
      regionSet(set);
    }
    Bilingual licence = new Bilingual("Fuentes y licencias", "Sources and licences");
    text("LICENCIA.txt", licence, export.sources().es());
    text("LICENCE.txt", licence, export.sources().en());
    Bilingual citation = new Bilingual("Cómo citar", "How to cite");
    text("CITA.txt", citation, words.citation().es());
    text("CITATION.txt", citation, words.citation().en());
    Bilingual method = new Bilingual("Método y series", "Method and series");
    text("METODO.txt", method, words.method().es());
    text("METHOD.txt", method, words.method().en());
    write("dcat.jsonld", DcatRecord.of(index(), snapshot));
    files.add(
        file(
            "dcat.jsonld",
            ReleaseFile.ABOUT,
            "jsonld",
            "JSON-LD",
            "application/ld+json",
            new Bilingual("Ficha DCAT para catálogos", "DCAT record for catalogues")));
    text(SUMS, new Bilingual("SHA-256 de los demás", "SHA-256 of all others"), sums());
    return index();
  }

  private void whole() throws IOException {
    ExportTable figures = export.figures();
    List<ExportTable> all = new ArrayList<>(export.regionSets());
    all.add(figures);
    table("release", ReleaseFile.RELEASE, TableFile.GEOPACKAGE, EVERYTHING, all);
    Bilingual holds = new Bilingual("Todas las cifras", "All figures");
    for (String format : TABLES) {
      table("figures", ReleaseFile.RELEASE, format, holds, List.of(figures));
    }
  }

  private void regionSet(RegionSet set) throws IOException {
    ExportTable regions = export.regions(set);
    ExportTable figures = export.figures(set);
    Bilingual both = new Bilingual("Regiones y sus cifras", "Regions and their figures");
    table(set.id(), set.id(), TableFile.GEOPACKAGE, both, List.of(regions, figures));
    if (regions.table().geometry().isPresent()) {
      Bilingual places = new Bilingual("Regiones", "Regions");
      for (String format : PLACED) {
        table(set.id(), set.id(), format, places, List.of(regions));
      }
    }
    Bilingual numbers = new Bilingual("Cifras de las regiones", "Figures of the regions");
    for (String format : TABLES) {
      table(set.id(), set.id(), format, numbers, List.of(figures));
    }
  }

  private void table(
      String stem, String group, String formatId, Bilingual holds, List<ExportTable> tables)
      throws IOException {
    Format format = Formats.byId(formatId).orElseThrow();
    String name = stem + ending(format);
    TableFile.write(folder.resolve(name), format, tables);
    files.add(file(name, group, formatId, format.label(), format.mediaType(), holds));
  }

  private static String ending(Format format) {
    return switch (format.id()) {
      case "csv-excel" -> "-excel.csv";
      case "shp" -> ".shp.zip";
      default -> "." + format.extensions().get(0);
    };
  }

  private void text(String name, Bilingual holds, String text) throws IOException {
    write(name, text.endsWith("\n") ? text : text + "\n");
    files.add(file(name, ReleaseFile.ABOUT, TEXT, "TXT", PLAIN, holds));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private ReleaseFile file(
      String name, String group, String format, String label, String mediaType, Bilingual holds)
      throws IOException {
    Path path = folder.resolve(name);
    return new ReleaseFile(
        name, group, format, label, mediaType, holds, Files.size(path), FileHash.sha256(path));
  }

  private String sums() {
    StringBuilder sums = new StringBuilder();
    files.stream()
        .sorted(Comparator.comparing(ReleaseFile::name))
        .forEach(file -> sums.append(file.sha256()).append("  ").append(file.name()).append('\n'));
    return sums.toString();
  }

  private ReleaseIndex index() {
    List<ReleaseIndex.Group> groups = new ArrayList<>();
    groups.add(new ReleaseIndex.Group(ReleaseFile.RELEASE, EVERYTHING));
    export.sets().forEach(set -> groups.add(new ReleaseIndex.Group(set.id(), set.name())));
    groups.add(
        new ReleaseIndex.Group(
            ReleaseFile.ABOUT, new Bilingual("Sobre los datos", "About the data")));
    return new ReleaseIndex(
        snapshot.release().id(),
        snapshot.release().publishedAt().toString(),
        snapshot.release().isSynthetic(),
        words.title(),
        words.citation(),
        words.licences(),
        groups,
        files);
  }
}
