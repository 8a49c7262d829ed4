package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.reference.ReferenceData;
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

/** The same boundaries, whatever the format they come in. */
class BoundaryFormatsTest {

  private static final Delivery REFERENCE = ReferenceData.load();
  private static final String AMAZONAS = BoundaryFile.square(-77.5, -5.5);
  private static final String TOCACHE = BoundaryFile.square(-76.5, -8.25);

  @TempDir Path folder;

  private BoundaryReport load(Path file, BoundaryOptions options) {
    return new BoundaryLoader(REFERENCE.catalogue(), REFERENCE.regions()).load(file, options);
  }

  private Path write(Format format, String name, GeometryColumn column, Row... rows) {
    Path file = folder.resolve(name + "." + format.extensions().get(0));
    List<Column> columns =
        List.of(new Column("UBIGEO", ColumnType.TEXT), new Column("NOMBRE", ColumnType.TEXT));
    Table table = new Table(name, columns, Optional.of(column));
    try (TableWriter writer = format.write(file, table, WriteOptions.NONE)) {
      for (Row row : rows) {
        writer.write(row);
      }
      writer.finish();
    }
    return file;
  }

  private static Row row(long number, String wkt, String code, String name) {
    return Row.of(number, Optional.of(geometry(wkt)), code, name);
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "shp", "geojson", "geojsonseq", "fgb", "kml", "csv", "csv-excel"})
  void everyFormatWithGeometryBringsTheSameRegions(String id) {
    Format format = Formats.byId(id).orElseThrow();
    Path file =
        write(
            format,
            "limites",
            GeometryColumn.lonLat(GeometryType.POLYGON),
            row(1, AMAZONAS, "010101", "Chachapoyas"),
            row(2, TOCACHE, "221001", "Tocache"));

    BoundaryReport report = load(file, BoundaryOptions.none());

    assertThat(report.regionSet()).isEqualTo("districts");
    assertThat(report.refused()).isZero();
    List<Region> regions = report.delivery().orElseThrow().regions();
    assertThat(regions).extracting(Region::code).containsExactlyInAnyOrder("010101", "221001");
    assertThat(regions)
        .extracting(region -> ((Place.Boundary) region.place()).geometry().norm())
        .containsExactlyInAnyOrder(geometry(AMAZONAS).norm(), geometry(TOCACHE).norm());
  }

  @Test
  void aLayerOfMetresIsTakenToDegreesByWhatTheUserSays() {
    String utm = "POLYGON ((400000 9300000, 410000 9300000, 410000 9310000, 400000 9300000))";
    Path file =
        write(
            Formats.byId("gpkg").orElseThrow(),
            "limites",
            new GeometryColumn(GeometryType.POLYGON, Optional.empty()),
            row(1, utm, "22", "San Martín"));

    assertThatThrownBy(() -> load(file, BoundaryOptions.none()))
        .isInstanceOfSatisfying(
            BoundariesRefusedException.class,
            e ->
                assertThat(e.report().problems())
                    .extracting(BoundaryProblem::code)
                    .containsExactly("crs_missing", "outside_peru"));
    BoundaryReport report = load(file, BoundaryOptions.none().withCrs("EPSG:32718"));
    assertThat(report.problems())
        .extracting(BoundaryProblem::code)
        .containsExactly("crs_transformed");
  }

  @Test
  void aTableOfFiguresIsNoFileOfBoundaries() throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), "departamento,ha\nPuno,12\n");

    assertThatThrownBy(() -> load(file, BoundaryOptions.none()))
        .hasMessageStartingWith("boundaries_without_geometry: ");
  }

  @Test
  void anUnknownLayerIsNamedWithThoseThereAre() {
    Path file =
        write(
            Formats.byId("gpkg").orElseThrow(),
            "limites",
            GeometryColumn.lonLat(GeometryType.POLYGON),
            row(1, AMAZONAS, "01", "Amazonas"));

    assertThatThrownBy(
            () -> load(file, BoundaryOptions.none().reading(ReadOptions.NONE.withLayer("otra"))))
        .hasMessageContaining("limites");
  }
}
