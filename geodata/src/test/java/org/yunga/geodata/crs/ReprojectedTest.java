package org.yunga.geodata.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

class ReprojectedTest {

  private static TableReader at(String crs, double x, double y) {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(x, y));
    Iterator<Row> rows =
        List.of(Row.of(1, Optional.of(point)), Row.of(2, Optional.empty())).iterator();
    return new TableReader() {
      @Override
      public Table table() {
        return new Table(
            "t",
            List.of(),
            Optional.of(new GeometryColumn(GeometryType.POINT, Optional.ofNullable(crs))));
      }

      @Override
      public List<Notice> notices() {
        return List.of();
      }

      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return rows.next();
      }

      @Override
      public void close() {}
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:32718", "wkt", "wkt without a known name"})
  void rowsComeInLonLatWhateverTheSystemIsNamed(String name) {
    String wkt = WellKnownText.esri(32718).orElseThrow();
    String crs =
        switch (name) {
          case "wkt" -> wkt;
          case "wkt without a known name" -> wkt.replace("WGS_1984_UTM_Zone_18S", "Zona de aqui");
          default -> name;
        };
    try (Reprojected rows = Reprojected.of(at(crs, 500_000, 10_000_000))) {
      Coordinate lonLat = rows.next().geometry().orElseThrow().getCoordinate();

      assertThat(lonLat.x).isCloseTo(-75, within(1e-8));
      assertThat(lonLat.y).isCloseTo(0, within(1e-8));
      assertThat(rows.table().geometry().orElseThrow().isLonLat()).isTrue();
      assertThat(rows.next().geometry()).isEmpty();
    }
  }

  @Test
  void aSilentFileIsTakenForLonLat() {
    try (Reprojected rows = Reprojected.of(at(null, -75, -9))) {
      assertThat(rows.next().geometry().orElseThrow()).hasToString("POINT (-75 -9)");
    }
  }

  @Test
  void aPlaceWhereTheSystemDoesNotHoldIsAFlaw() {
    try (Reprojected rows = Reprojected.of(at("EPSG:24892", 1e12, 1e12))) {
      Row row = rows.next();

      assertThat(row.geometry()).isEmpty();
      assertThat(row.flaws()).extracting(RowFlaw::code).containsExactly("geometry_outside_of_crs");
    }
  }

  @Test
  void aWithdrawnSystemIsTold() {
    try (Reprojected rows = Reprojected.of(at("EPSG:5388", 500_000, 9_000_000))) {
      assertThat(rows.notices()).extracting(Notice::code).containsExactly("crs_outdated");
    }
  }
}
