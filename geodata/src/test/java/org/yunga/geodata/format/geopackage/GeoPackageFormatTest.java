package org.yunga.geodata.format.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.geodata.format.FormatContract;
import org.yunga.geodata.format.Gdal;
import org.yunga.geodata.format.Samples;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.LayerStyle;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

class GeoPackageFormatTest extends FormatContract {

  @Override
  protected Format format() {
    return new GeoPackageFormat();
  }

  @Override
  protected String gdalDriver() {
    return "GPKG";
  }

  private Path points(int count) {
    Random chance = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Coordinate place =
          new Coordinate(-80 + 10 * chance.nextDouble(), -18 + 18 * chance.nextDouble());
      rows.add(
          Row.of(i + 1, Optional.<Geometry>of(new GeometryFactory().createPoint(place)), (long) i));
    }
    return write(
        new Table(
            "p \"q\"",
            List.of(new Column("n", ColumnType.INTEGER)),
            Optional.of(GeometryColumn.lonLat(GeometryType.POINT))),
        rows);
  }

  /** One node, one level below the root, two levels below. */
  @ParameterizedTest
  @ValueSource(ints = {1, 51, 52, 2601, 2602, 6000})
  void theIndexIsSoundAndFindsAllAndOnlyWhatLiesInABox(int count) throws SQLException {
    Path file = points(count);

    assertThat(ask(file, "SELECT rtreecheck('rtree_p \"q\"_geom')")).isEqualTo("ok");
    assertThat(ask(file, "PRAGMA integrity_check")).isEqualTo("ok");
    assertThat(
            ask(
                file,
                "SELECT count(*) FROM \"rtree_p \"\"q\"\"_geom\" WHERE maxx >= -77 AND minx <= -75"
                    + " AND maxy >= -10 AND miny <= -5"))
        .isEqualTo(
            Long.toString(
                read(file, ReadOptions.NONE).stream()
                    .map(row -> row.geometry().orElseThrow().getCoordinate())
                    .filter(c -> c.x >= -77 && c.x <= -75 && c.y >= -10 && c.y <= -5)
                    .count()));
  }

  @Test
  void gdalEditsAndTheIndexFollows() throws SQLException {
    Gdal.require();
    Path file = points(3000);

    Gdal.run("ogrinfo", file.toString(), "-sql", "DELETE FROM \"p \"\"q\"\"\" WHERE n >= 1000");
    Gdal.run(
        "ogrinfo",
        file.toString(),
        "-sql",
        "UPDATE \"p \"\"q\"\"\" SET geom = (SELECT geom FROM \"p \"\"q\"\"\" WHERE n = 5)");

    assertThat(ask(file, "SELECT rtreecheck('rtree_p \"q\"_geom')")).isEqualTo("ok");
    assertThat(
            ask(
                file,
                "SELECT count(DISTINCT minx) * 1000000 + count(*) FROM \"rtree_p \"\"q\"\"_geom\""))
        .isEqualTo("1001000");
  }

  @Test
  void passesGdalsValidatorWithStyleAndMetadata() throws SQLException {
    Gdal.require();
    Path file =
        write(
            Samples.table(GeometryType.POLYGON),
            Samples.rows(Samples.HOLED, null),
            WriteOptions.titled("Parcelas tituladas", "Fuente: DEVIDA. Licencia: CC BY 4.0.")
                .withStyles(
                    List.of(
                        new LayerStyle("Hectáreas", Optional.of("<qgis/>"), Optional.empty()))));

    assertThat(
            Gdal.run(
                "/usr/bin/python3",
                "-m",
                "osgeo_utils.samples.validate_gpkg",
                "-k",
                file.toString()))
        .isEmpty();
    assertThat(
            ask(
                file,
                "SELECT f_table_name || f_geometry_column || styleName || styleQML || useAsDefault"
                    + " FROM layer_styles"))
        .isEqualTo("parcelasgeomHectáreas<qgis/>1");
    assertThat(ask(file, "SELECT metadata FROM gpkg_metadata")).contains("Licencia: CC BY 4.0.");
    assertThat(format().layers(file)).containsExactly("parcelas");
  }

  @Test
  void holdsSeveralLayersAndTablesWithoutAPlace() {
    Path file = target();
    Table plain =
        new Table("gpkg_notas", List.of(new Column("Texto", ColumnType.TEXT)), Optional.empty());
    try (GeoPackageOutput output = GeoPackageOutput.create(file)) {
      for (Table table :
          List.of(plain, Samples.table(GeometryType.POINT), Samples.table(GeometryType.POINT))) {
        try (TableWriter layer = output.layer(table, WriteOptions.NONE)) {
          if (table == plain) {
            layer.write(Row.of(1, Optional.empty(), "ñandú"));
          }
          layer.finish();
        }
      }
      output.finish();
    }

    assertThat(format().layers(file)).containsExactly("parcelas", "parcelas_2", "_gpkg_notas");
    assertThat(read(file, ReadOptions.NONE.withLayer("_gpkg_notas")))
        .extracting(Row::values)
        .containsExactly(List.of("ñandú"));
    assertThat(Gdal.info(file)).contains("Texto (String) = ñandú");
  }

  @Test
  void columnsThatDifferOnlyInCaseOrAreNamedAsOursAreKept() {
    Table table =
        new Table(
            "t",
            List.of(
                new Column("Geom", ColumnType.TEXT),
                new Column("a", ColumnType.TEXT),
                new Column("A", ColumnType.TEXT)),
            Optional.of(GeometryColumn.lonLat(GeometryType.POINT)));
    Path file =
        write(
            table, List.of(Row.of(1, Optional.of(Samples.geometry(Samples.POINT)), "1", "2", "3")));

    try (TableReader reader = open(file)) {
      assertThat(reader.table().columns())
          .extracting(Column::name)
          .containsExactly("Geom_2", "a", "A_2");
      assertThat(reader.next().values()).containsExactly("1", "2", "3");
    }
  }

  @Test
  void tellsTheSystemOfTheFile() {
    Table utm =
        new Table(
            "t",
            List.of(new Column("a", ColumnType.TEXT)),
            Optional.of(new GeometryColumn(GeometryType.POINT, Optional.of("EPSG:32718"))));
    Path file = write(utm, List.of());

    try (TableReader reader = open(file)) {
      assertThat(reader.table().geometry().orElseThrow().crs()).contains("EPSG:32718");
    }
    assertThat(Gdal.info(file)).contains("WGS 84 / UTM zone 18S", "ID[\"EPSG\",32718]");
  }

  @Test
  void namesOfFilesMayHoldAnySign() throws IOException {
    Path file = folder.resolve("año 50% ¿sí?#1.gpkg");
    Files.move(write(Samples.table(GeometryType.POINT), Samples.rows(Samples.POINT)), file);

    assertThat(read(file, ReadOptions.NONE)).hasSize(1);
  }

  @Test
  void heightsAreDroppedAndTold() {
    Gdal.require();
    Path file =
        write(Samples.table(GeometryType.POLYGON), Samples.rows(Samples.HOLED, Samples.HOLED));
    Path high = folder.resolve("z.gpkg");
    Gdal.convert(file, "GPKG", high, "-dim", "XYZM");

    try (TableReader reader = open(high)) {
      assertThat(reader.next().geometry().orElseThrow().norm())
          .isEqualTo(Samples.geometry(Samples.HOLED).norm());
      assertThat(reader.notices()).extracting("code").containsExactly("extra_ordinates_dropped");
    }
  }

  @Test
  void valuesThatDoNotFitTheirColumnAreFlaws() throws SQLException {
    Path file = write(Samples.table(GeometryType.POINT), Samples.rows(Samples.POINT));
    change(
        file,
        "UPDATE parcelas SET familias = 'doce', hectareas = 1e999, titulado = 7,"
            + " fecha = '31/12/2024', nombre = CAST(x'4dff' AS TEXT)");

    Row row = read(file, ReadOptions.NONE).get(0);

    assertThat(row.flaws())
        .extracting(RowFlaw::code, flaw -> flaw.field().orElseThrow())
        .containsExactly(
            tuple("text_wrong_encoding", "nombre"),
            tuple("value_unreadable", "familias"),
            tuple("value_unreadable", "hectareas"),
            tuple("value_unreadable", "titulado"),
            tuple("value_unreadable", "fecha"));
    assertThat(row.flaws().get(1).explanation().es()).contains("doce", "número entero");
    assertThat(row.isDamaged()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x''",
        "x'4750'",
        "x'47500003e6100000'",
        "x'4750000fe6100000000000000000000000'",
        "zeroblob(100000)",
        // a polygon of 2^31 - 1 rings
        "x'47500001e61000000103000000ffffff7f'",
        // a line of 2^29 points
        "x'47500001e6100000010200000000000020'",
        // a point at infinity
        "x'47500001e61000000101000000000000000000f07f0000000000000000'",
      })
  void bytesThatAreNoGeometryAreAFlaw(String bytes) throws SQLException {
    Path file =
        write(Samples.table(GeometryType.POLYGON), Samples.rows(Samples.HOLED, Samples.HOLED));
    change(file, "UPDATE parcelas SET geom = " + bytes + " WHERE fid = 1");

    List<Row> rows = read(file, ReadOptions.NONE);

    assertThat(rows.get(0).flaws())
        .extracting(RowFlaw::code)
        .containsExactly("geometry_unreadable");
    assertThat(rows.get(0).geometry()).isEmpty();
    assertThat(rows.get(1).geometry()).isPresent();
  }

  @Test
  void collectionsNestedWithoutEndAreAFlaw() throws SQLException {
    Path file = write(Samples.table(GeometryType.POLYGON), Samples.rows(Samples.HOLED));
    change(
        file,
        "UPDATE parcelas SET geom = unhex('47500001e6100000' || replace(hex(zeroblob(100000)), '00',"
            + " '010700000001000000'))");

    assertThat(read(file, ReadOptions.NONE).get(0).flaws())
        .extracting(RowFlaw::code)
        .containsExactly("geometry_unreadable");
  }

  @Test
  void aViewWithoutEndIsRefused() throws SQLException {
    Path file = write(Samples.table(GeometryType.POINT), Samples.rows(Samples.POINT));
    change(
        file,
        "CREATE VIEW sinfin AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            + " SELECT i AS fid, 'x' AS a FROM n",
        "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('sinfin', 'attributes')");

    assertThatThrownBy(() -> read(file, ReadOptions.NONE.withLayer("sinfin")))
        .hasMessageContaining("file_too_large");
  }

  @Test
  void aViewWithHugeValuesIsRefused() throws SQLException {
    Path file = write(Samples.table(GeometryType.POINT), Samples.rows(Samples.POINT));
    change(
        file,
        "CREATE VIEW grande AS SELECT 1 AS fid, hex(zeroblob(400000000)) AS a",
        "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('grande', 'attributes')");

    assertThatThrownBy(() -> read(file, ReadOptions.NONE.withLayer("grande")))
        .hasMessageContaining("file_broken");
  }

  @Test
  void anotherKindOfFileIsExplained() throws IOException, SQLException {
    Path text = folder.resolve("a.gpkg");
    Files.writeString(text, "PK no", StandardCharsets.UTF_8);
    Path other = folder.resolve("b.gpkg");
    change(other, "CREATE TABLE t (a)");

    assertExplained(text, "geopackage_not_one");
    assertExplained(other, "geopackage_not_one");
  }

  private static String ask(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.getString(1);
    }
  }

  /** As any program could, without the functions that the triggers of the index need. */
  private static void change(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String event : new String[] {"update1", "update2", "update3", "update4"}) {
        statement.executeUpdate("DROP TRIGGER IF EXISTS rtree_parcelas_geom_" + event);
      }
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }
}
