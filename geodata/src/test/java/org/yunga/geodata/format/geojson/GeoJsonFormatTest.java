package org.yunga.geodata.format.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.geodata.format.FormatContract;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

class GeoJsonFormatTest extends FormatContract {

  @Override
  protected Format format() {
    return new GeoJsonFormat();
  }

  @Override
  protected String gdalDriver() {
    return "GeoJSON";
  }

  @Override
  protected double tolerance() {
    return SIX_DECIMALS;
  }

  private Path file(String... values) throws IOException {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",").append("{\"type\":\"Feature\",\"geometry\":null,");
      text.append("\"properties\":{\"a\":").append(values[i]).append("}}");
    }
    Path file = folder.resolve("a.geojson");
    Files.writeString(file, text.append("]}"));
    return file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 2 | INTEGER",
        "1 | null | INTEGER",
        "1 | 2.5 | DECIMAL",
        "null | null | TEXT",
        "1 | \"1\" | TEXT",
        "true | false | BOOLEAN",
        "true | 1 | TEXT",
        "\"2024-01-31\" | \"2024-02-29\" | DATE",
        "\"2024-01-31\" | \"2023-02-29\" | TEXT",
        "\"2024-01-31T00:00:00Z\" | \"2024-02-29T10:00:00-05:00\" | DATE_TIME",
        "\"010101\" | \"150101\" | TEXT",
        "1 | 123456789012345678901 | TEXT",
        "[1] | {\"b\":2} | TEXT",
      })
  void findsTheNarrowestTypeThatAllValuesFit(String one, String other, ColumnType type)
      throws IOException {
    try (TableReader reader = open(file(one, other))) {
      assertThat(reader.table().columns()).containsExactly(new Column("a", type));
      reader.forEachRemaining(row -> assertThat(row.flaws()).isEmpty());
    }
  }

  @Test
  void zonesAreBroughtToUtc() throws IOException {
    assertThat(read(file("\"2024-02-29T10:00:00-05:00\""), ReadOptions.NONE).get(0).values().get(0))
        .hasToString("2024-02-29T15:00");
  }

  @Test
  void aNumberBeyondAllNumbersIsAFlaw() throws IOException {
    assertThat(read(file("1.5", "1e999"), ReadOptions.NONE).get(1).flaws())
        .extracting(RowFlaw::code)
        .containsExactly("value_unreadable");
  }

  @Test
  void theMemberIdIsAColumnWhereNoPropertyHasItsName() throws IOException {
    Path file = folder.resolve("a.geojson");
    Files.writeString(
        file,
        "{\"type\":\"FeatureCollection\",\"features\":["
            + "{\"type\":\"Feature\",\"id\":\"007\",\"geometry\":null,\"properties\":{\"b\":1}},"
            + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}]}");

    assertThat(read(file, ReadOptions.NONE))
        .extracting(Row::values)
        .containsExactly(List.of("007", 1L), java.util.Arrays.asList(null, null));
  }

  @Test
  void aColumnNamedIdGoesAndComesOnce() {
    Table table =
        new Table(
            "t",
            List.of(new Column("id", ColumnType.TEXT)),
            Optional.of(GeometryColumn.lonLat(GeometryType.POINT)));
    Path file = write(table, List.of(Row.of(1, Optional.empty(), "007")));

    assertThat(file).content().contains("\"id\":\"007\",\"geometry\"");
    assertThat(read(file, ReadOptions.NONE))
        .extracting(Row::values)
        .containsExactly(List.of("007"));
  }

  @Test
  void tellsTheOldCrsMemberAndDropsHeights() throws IOException {
    Path file = folder.resolve("a.geojson");
    Files.writeString(
        file,
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
            + "{\"name\":\"urn:ogc:def:crs:EPSG::32718\"}},\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2,3]}}]}");

    try (TableReader reader = open(file)) {
      assertThat(reader.table().geometry().orElseThrow().crs())
          .contains("urn:ogc:def:crs:EPSG::32718");
      assertThat(reader.next().geometry().orElseThrow()).hasToString("POINT (1 2)");
      assertThat(reader.notices())
          .extracting(Notice::code)
          .containsExactly("extra_ordinates_dropped");
    }
  }

  @Test
  void aBadGeometryIsAFlawWithItsPlace() throws IOException {
    Path file = folder.resolve("a.geojson");
    Files.writeString(
        file,
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[\"x\",2]}},7]}");

    List<Row> rows = read(file, ReadOptions.NONE);

    assertThat(rows.get(0).flaws().get(0).place()).isEqualTo("/features/0/geometry/coordinates");
    assertThat(rows.get(0).values()).containsExactly(1L);
    assertThat(rows.get(1).flaws()).extracting(RowFlaw::code).containsExactly("row_unreadable");
  }

  @Test
  void arraysNestedWithoutEndAreExplained() throws IOException {
    assertExplained(file("[".repeat(100_000)), "geojson_broken");
  }

  @Test
  void bytesThatAreNotUtf8AreExplained() throws IOException {
    Path file = folder.resolve("a.geojson");
    Files.writeString(file, Files.readString(file("\"año\"")), StandardCharsets.ISO_8859_1);

    assertExplained(file, "geojson_not_utf8");
  }

  @Test
  void otherSystemsAreNotWritten() {
    Table utm =
        new Table(
            "t",
            List.of(),
            Optional.of(new GeometryColumn(GeometryType.POINT, Optional.of("EPSG:32718"))));

    assertThatThrownBy(() -> write(utm, List.of())).hasMessageContaining("format_cannot_hold");
  }
}
