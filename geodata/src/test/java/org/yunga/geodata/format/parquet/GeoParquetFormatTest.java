package org.yunga.geodata.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.format.Samples;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/**
 * What a file says of itself, read by Parquet's own structures. That its rows come back as they
 * were written, the module of bulk jobs tests by Spark and Sedona.
 */
class GeoParquetFormatTest {

  private final GeoParquetFormat format = new GeoParquetFormat();

  @TempDir private Path folder;

  private Path write(Table table, List<Row> rows) {
    Path file = folder.resolve("parcelas.parquet");
    try (TableWriter writer =
        format.write(file, table, WriteOptions.titled("Parcelas", "Fuente ñ"))) {
      rows.forEach(writer::write);
      writer.finish();
    }
    return file;
  }

  private static FileMetaData foot(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    assertThat(new String(bytes, bytes.length - 4, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    int start = bytes.length - 8 - length;
    return Util.readFileMetaData(
        new ByteArrayInputStream(Arrays.copyOfRange(bytes, start, start + length)));
  }

  private static String value(FileMetaData foot, String key) {
    return foot.getKey_value_metadata().stream()
        .filter(pair -> pair.getKey().equals(key))
        .map(KeyValue::getValue)
        .findFirst()
        .orElse(null);
  }

  @Test
  void saysWhatItIsAndWhere() throws IOException {
    List<Row> rows = Samples.rows(Samples.HOLED, null, Samples.TWO_POLYGONS);
    FileMetaData foot = foot(write(Samples.table(GeometryType.GEOMETRY), rows));

    assertThat(foot.getNum_rows()).isEqualTo(3);
    assertThat(foot.getSchema())
        .extracting(SchemaElement::getName)
        .containsExactly(
            "schema",
            "codigo",
            "nombre",
            "familias",
            "hectareas",
            "titulado",
            "fecha",
            "medido",
            "geometry",
            "bbox",
            "xmin",
            "ymin",
            "xmax",
            "ymax");
    JsonNode geo = JsonMapper.builder().build().readTree(value(foot, "geo"));
    assertThat(geo)
        .isEqualTo(
            JsonMapper.builder()
                .build()
                .readTree(
                    """
                    {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": {
                      "encoding": "WKB", "geometry_types": ["MultiPolygon", "Polygon"],
                      "bbox": [-76.5, -9.0, -73.0, -8.0],
                      "covering": {"bbox": {"xmin": ["bbox", "xmin"], "ymin": ["bbox", "ymin"],
                        "xmax": ["bbox", "xmax"], "ymax": ["bbox", "ymax"]}}}}}
                    """));
    assertThat(value(foot, "title")).isEqualTo("Parcelas");
    assertThat(value(foot, "description")).isEqualTo("Fuente ñ");
    ColumnMetaData west = foot.getRow_groups().get(0).getColumns().get(8).getMeta_data();
    assertThat(west.getPath_in_schema()).containsExactly("bbox", "xmin");
    assertThat(west.getStatistics().getNull_count()).isEqualTo(1);
    assertThat(number(west.getStatistics().getMin_value())).isEqualTo(-76.5);
    assertThat(number(west.getStatistics().getMax_value())).isEqualTo(-75);
  }

  private static double number(byte[] littleEndian) {
    return ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN).getDouble();
  }

  /** Groups, pages and their places follow one another without a gap; all rows are in them. */
  @Test
  void manyRowsAreInGroupsAndPages() throws IOException {
    Table table =
        new Table(
            "n",
            List.of(new Column("n", ColumnType.INTEGER), new Column("odd", ColumnType.BOOLEAN)),
            Optional.empty());
    int count = 250_001;
    Path file = folder.resolve("n.parquet");
    try (TableWriter writer = format.write(file, table, WriteOptions.NONE)) {
      for (long n = 0; n < count; n++) {
        writer.write(Row.of(n + 1, Optional.empty(), n % 7 == 0 ? null : n, n % 2 == 1));
      }
      writer.finish();
    }
    FileMetaData foot = foot(file);
    assertThat(foot.getRow_groups())
        .extracting(group -> group.getNum_rows())
        .containsExactly(100_000L, 100_000L, 50_001L);
    assertThat(foot.getKey_value_metadata()).as("no place, no geo").isNull();
    byte[] bytes = Files.readAllBytes(file);
    long at = 4;
    long nulls = 0;
    for (var group : foot.getRow_groups()) {
      for (var chunk : group.getColumns()) {
        ColumnMetaData column = chunk.getMeta_data();
        assertThat(column.getData_page_offset()).isEqualTo(at);
        assertThat(rowsOfPages(bytes, column)).isEqualTo(column.getNum_values());
        at += column.getTotal_compressed_size();
        nulls += column.getStatistics().getNull_count();
      }
    }
    assertThat(nulls).isEqualTo((count + 6) / 7);
  }

  /** Reads through the pages of a column; each must unpack to the size that it says. */
  private static long rowsOfPages(byte[] file, ColumnMetaData column) throws IOException {
    int start = (int) column.getData_page_offset();
    ByteArrayInputStream in =
        new ByteArrayInputStream(file, start, (int) column.getTotal_compressed_size());
    long rows = 0;
    while (in.available() > 0) {
      PageHeader head = Util.readPageHeader(in);
      byte[] packed = in.readNBytes(head.getCompressed_page_size());
      assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
          .hasSize(head.getUncompressed_page_size());
      rows += head.getData_page_header().getNum_values();
    }
    return rows;
  }

  @Test
  void anEmptyTableIsAFileToo() throws IOException {
    FileMetaData foot = foot(write(Samples.table(GeometryType.POLYGON), List.of()));
    assertThat(foot.getNum_rows()).isZero();
    assertThat(value(foot, "geo")).contains("\"geometry_types\":[]").doesNotContain("NaN");
  }

  @Test
  void anUnknownSystemIsNotTakenForLongitudes() throws IOException {
    Table table =
        new Table(
            "utm",
            List.of(),
            Optional.of(new GeometryColumn(GeometryType.POINT, Optional.of("EPSG:32718"))));
    assertThat(value(foot(write(table, List.of())), "geo")).contains("\"crs\":null");
  }

  @Test
  void unfinishedNothingIsLeft() throws IOException {
    Path file = folder.resolve("x.parquet");
    try (TableWriter writer =
        format.write(file, Samples.table(GeometryType.POLYGON), WriteOptions.NONE)) {
      Samples.rows(Samples.HOLED).forEach(writer::write);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void itIsOfferedForWritingAndRefusedForReading() {
    Path file = write(Samples.table(GeometryType.POLYGON), Samples.rows(Samples.HOLED));
    assertThat(Formats.WRITTEN).extracting(Format::id).contains("parquet", "gpkg");
    assertThat(Formats.ALL).extracting(Format::id).doesNotContain("parquet");
    assertThatThrownBy(() -> format.read(file, ReadOptions.NONE))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("parcelas.parquet");
  }
}
