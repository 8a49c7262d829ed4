package org.yunga.core.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.regionSet;
import static org.yunga.core.Fixtures.wkt;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.store.sql.GeometryBlob;
import org.yunga.core.store.sql.Sql;

/**
 * The views that QGIS lists as layers, seen through SQL; {@link GdalTest} sees them through GDAL.
 */
class LayersTest {

  private static final String AREA = "MULTIPOLYGON (((-76 -8, -75 -8, -75 -7, -76 -8)))";
  private static final String OTHER = "MULTIPOLYGON (((-72 -3, -71 -3, -71 -2, -72 -3)))";

  @TempDir Path folder;
  private GeoPackageStore store;
  private Connection qgis;

  @BeforeEach
  void open() throws SQLException {
    store = GeoPackageStore.open(folder);
    qgis = DriverManager.getConnection("jdbc:sqlite:" + store.file());
  }

  @AfterEach
  void close() throws SQLException {
    qgis.close();
    store.close();
  }

  @Test
  void thereIsOneForEachSetWithBoundaries() throws SQLException {
    store.publish(
        reference(
            bounded(SAN_MARTIN, "San Martín", AREA),
            bounded(UCAYALI, "Ucayali", OTHER),
            bounded(ref("districts/221003"), "Uchiza", AREA),
            region(ref("zones/vraem"), "VRAEM")));

    assertThat(layers()).containsExactly("departments", "districts");
    assertThat(texts("SELECT name FROM departments ORDER BY code"))
        .containsExactly("San Martín", "Ucayali");
  }

  @Test
  void eachShowsTheNewestReleaseOnly() throws SQLException {
    store.publish(reference(region(SAN_MARTIN, "San Martín"), region(UCAYALI, "Ucayali")));
    assertThat(layers()).isEmpty();

    store.publish(boundaries(1, bounded(SAN_MARTIN, "San Martín", AREA)));
    assertThat(texts("SELECT code FROM departments")).containsExactly("22");

    store.publish(boundaries(2, bounded(UCAYALI, "Ucayali", AREA)));
    assertThat(texts("SELECT code FROM departments")).containsExactly("25");

    store.publish(boundaries(3, region(HUANUCO, "Huánuco")));
    assertThat(layers()).isEmpty();
  }

  @Test
  void aRegionWithSeveralBoundariesIsShownOnceWithTheLast() throws SQLException {
    store.publish(reference(bounded(SAN_MARTIN, "San Martín", AREA), bounded(UCAYALI, "U", AREA)));
    store.publish(boundaries(1, bounded(SAN_MARTIN, "San Martín", OTHER)));
    store.publish(
        new Delivery(
            dataset("reference", 2),
            reference().catalogue(),
            List.of(bounded(SAN_MARTIN, "San Martín", AREA), bounded(UCAYALI, "U", AREA)),
            List.of()));

    assertThat(texts("SELECT code FROM departments ORDER BY code")).containsExactly("22", "25");
    assertThat(geometries("22")).containsExactly(wkt(OTHER));
    assertThat(geometries("25")).containsExactly(wkt(AREA));
  }

  private List<Geometry> geometries(String code) throws SQLException {
    return Sql.query(
        qgis,
        "SELECT geom FROM departments WHERE code = ?",
        row -> GeometryBlob.decode(row.getBytes(1)),
        code);
  }

  @Test
  void namesThatTablesHaveGetAPrefix() throws SQLException {
    store.publish(
        withSets(
            bounded(ref("series/1"), "a set named as a table", AREA),
            bounded(ref("native-communities/1"), "Ñ", AREA)));
    store.publish(boundaries(1));

    assertThat(layers()).containsExactly("layer_series", "native_communities");
  }

  private static Delivery withSets(Region... regions) {
    List<RegionSet> sets =
        Stream.of(regions)
            .map(region -> regionSet(region.ref().regionSet(), RegionSet.Kind.ZONE, null))
            .toList();
    Catalogue catalogue =
        new Catalogue(List.of(), List.of(), List.of(), List.of(), sets, List.of(), List.of());
    return new Delivery(dataset("reference", 1), catalogue, List.of(regions), List.of());
  }

  @Test
  void viewsOfOthersAreLeftAlone() throws SQLException {
    Sql.execute(qgis, "CREATE VIEW mine AS SELECT name FROM region");
    store.publish(reference(bounded(SAN_MARTIN, "San Martín", AREA)));
    assertThat(texts("SELECT name FROM mine")).containsExactly("San Martín");
  }

  /** Arabic writes other digits; SQL must not. */
  @Test
  void layersAreMadeWhateverTheLanguageOfTheMachine() throws SQLException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      store.publish(reference(bounded(SAN_MARTIN, "San Martín", AREA)));
    } finally {
      Locale.setDefault(before);
    }
    assertThat(texts("SELECT name FROM departments")).containsExactly("San Martín");
  }

  private static Delivery boundaries(int edition, Region... regions) {
    return Delivery.ofRegions(dataset("boundaries/departments", edition), List.of(regions));
  }

  private List<String> layers() throws SQLException {
    return texts(
        "SELECT name FROM sqlite_master JOIN gpkg_contents ON table_name = name"
            + " JOIN gpkg_geometry_columns USING (table_name)"
            + " WHERE type = 'view' AND data_type = 'features' ORDER BY name");
  }

  private List<String> texts(String sql) throws SQLException {
    return Sql.query(qgis, sql, row -> row.getString(1));
  }
}
