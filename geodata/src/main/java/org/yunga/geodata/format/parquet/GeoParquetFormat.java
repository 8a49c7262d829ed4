package org.yunga.geodata.format.parquet;

import java.nio.file.Path;
import java.util.List;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Match;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** One layer in a file, by columns, for analysis; only written. */
public final class GeoParquetFormat implements Format {

  static final String LABEL = "GeoParquet";

  @Override
  public String id() {
    return "parquet";
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public List<String> extensions() {
    return List.of("parquet");
  }

  @Override
  public String mediaType() {
    return "application/vnd.apache.parquet";
  }

  @Override
  public Match match(FileHead head) {
    if (head.startsWith("PAR1")) {
      return Match.CONTENT;
    }
    return head.hasExtension("parquet") ? Match.NAME : Match.NO;
  }

  @Override
  public List<String> layers(Path file) {
    throw notRead(file);
  }

  @Override
  public TableReader read(Path file, ReadOptions options) {
    throw notRead(file);
  }

  private static ExplainedException notRead(Path file) {
    return new ExplainedException(
        "parquet_not_read",
        new Bilingual(
            file.getFileName()
                + " es GeoParquet, que Yunga escribe pero no lee. Ábralo en QGIS y guárdelo como"
                + " GeoPackage (Exportar, Guardar objetos como), o conviértalo con ogr2ogr"
                + " SALIDA.gpkg ENTRADA.parquet; scripts/yunga bulk lo lee como es.",
            file.getFileName()
                + " is GeoParquet, which Yunga writes and does not read. Open it in QGIS and save it"
                + " as GeoPackage (Export, Save Features As), or convert it by ogr2ogr OUTPUT.gpkg"
                + " INPUT.parquet; scripts/yunga bulk reads it as it is."));
  }

  @Override
  public TableWriter write(Path file, Table table, WriteOptions options) {
    return GeoParquetWriter.begin(file, table, options);
  }
}
