package org.yunga.geodata.format.geopackage;

import java.nio.file.Path;
import java.util.List;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Match;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** GeoPackage 1.0 to 1.4; written as 1.3, which every GDAL since 2020 knows. */
public final class GeoPackageFormat implements Format {

  static final String LABEL = "GeoPackage";
  static final String MAGIC = "SQLite format 3\0";

  @Override
  public String id() {
    return "gpkg";
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public List<String> extensions() {
    return List.of("gpkg");
  }

  @Override
  public String mediaType() {
    return "application/geopackage+sqlite3";
  }

  @Override
  public Match match(FileHead head) {
    if (head.startsWith(MAGIC)) {
      return Match.CONTENT;
    }
    return head.hasExtension("gpkg") ? Match.NAME : Match.NO;
  }

  @Override
  public List<String> layers(Path file) {
    try (ForeignFile opened = ForeignFile.open(file)) {
      return opened.layers().stream().map(Layer::table).toList();
    }
  }

  @Override
  public TableReader read(Path file, ReadOptions options) {
    return GeoPackageReader.open(file, options);
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    GeoPackageOutput output = GeoPackageOutput.create(file);
    try {
      return new SingleLayer(output, output.layer(table, options));
    } catch (RuntimeException e) {
      output.close();
      throw e;
    }
  }

  /** A file that ends with its only layer. */
  private record SingleLayer(GeoPackageOutput output, TableWriter layer) implements TableWriter {

    @Override
    public void write(org.yunga.geodata.table.Row row) {
      layer.write(row);
    }

    @Override
    public void finish() {
      layer.finish();
      output.finish();
    }

    @Override
    public List<org.yunga.geodata.table.Notice> notices() {
      return layer.notices();
    }

    @Override
    public void close() {
      layer.close();
      output.close();
    }
  }
}
