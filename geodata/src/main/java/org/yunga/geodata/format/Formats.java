package org.yunga.geodata.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yunga.geodata.format.csv.CsvFormat;
import org.yunga.geodata.format.flatgeobuf.FlatGeobufFormat;
import org.yunga.geodata.format.geojson.GeoJsonFormat;
import org.yunga.geodata.format.geojson.GeoJsonSequenceFormat;
import org.yunga.geodata.format.geopackage.GeoPackageFormat;
import org.yunga.geodata.format.kml.KmlFormat;
import org.yunga.geodata.format.parquet.GeoParquetFormat;
import org.yunga.geodata.format.shapefile.ShapefileFormat;
import org.yunga.geodata.format.xlsx.XlsxFormat;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Match;

/** All formats, and which of them a file is of. */
public final class Formats {

  /** In the order in which people are offered them. */
  public static final List<Format> ALL =
      List.of(
          new GeoPackageFormat(),
          new ShapefileFormat(),
          new GeoJsonFormat(),
          new GeoJsonSequenceFormat(),
          new FlatGeobufFormat(),
          new KmlFormat(),
          new XlsxFormat(),
          CsvFormat.STANDARD,
          CsvFormat.FOR_EXCEL);

  /** Those, and what is written but not read. */
  public static final List<Format> WRITTEN =
      Stream.concat(ALL.stream(), Stream.of(new GeoParquetFormat())).toList();

  private Formats() {}

  /** By its id. */
  public static Optional<Format> byId(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /**
   * The format of a file, by its first bytes before its name. One that is only written says so, and
   * what to do, when it is asked to read.
   *
   * @throws org.yunga.core.text.ExplainedException when the file cannot be opened or no format
   *     knows it
   */
  public static Format of(Path file) {
    return of(file, WRITTEN);
  }

  static Format of(Path file, List<Format> formats) {
    FileHead head = FileHead.of(file);
    Format best = null;
    Match surest = Match.NO;
    for (Format format : formats) {
      Match match = format.match(head);
      if (match.compareTo(surest) > 0) {
        best = format;
        surest = match;
      }
    }
    if (best == null && head.hasExtension("zip")) {
      throw UnknownZip.of(file);
    }
    if (best == null) {
      throw FileExceptions.unknownFormat(
          file.getFileName().toString(), ALL.stream().map(Format::label).toList());
    }
    return best;
  }
}
