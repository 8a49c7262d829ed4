package org.yunga.geodata.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.text.ExplainedException;

class GeoJsonReaderTest {

  private final List<GeoJsonFeature> features = new ArrayList<>();

  private GeoJsonSummary read(String text) {
    return read(text, StandardCharsets.UTF_8);
  }

  private GeoJsonSummary read(String text, Charset charset) {
    return GeoJsonReader.read(
        new ByteArrayInputStream(text.getBytes(charset)), "file.geojson", features::add);
  }

  private GeoJsonFeature readGeometry(String geometry) {
    read(
        "{'type':'FeatureCollection','features':[{'type':'Feature','geometry':%s}]}"
            .formatted(geometry)
            .replace('\'', '"'));
    return features.get(0);
  }

  @Test
  void yieldsFeaturesInTheOrderOfTheFile() {
    GeoJsonSummary summary =
        read(
            """
            {"type": "FeatureCollection",
             "crs": {"type": "name", "properties": {"name": "EPSG:32718"}},
             "features": [
               {"type": "Feature", "id": 7, "properties": {"name": "Ñaña", "code": 101.0, "x": null},
                "geometry": {"type": "Point", "coordinates": [-76, -6]}},
               {"type": "Feature", "properties": null, "geometry": null}]}
            """);

    assertThat(summary.features()).isEqualTo(2);
    assertThat(summary.crs()).contains("EPSG:32718");
    assertThat(features.get(0).id()).contains("7");
    assertThat(features.get(0).properties().names()).containsExactly("name", "code", "x");
    assertThat(features.get(0).properties().text("name")).contains("Ñaña");
    assertThat(features.get(0).properties().text("code")).contains("101");
    assertThat(features.get(0).properties().text("x")).isEmpty();
    assertThat(features.get(0).geometry()).get().hasToString("POINT (-76 -6)");
    assertThat(features.get(1).geometry()).isEmpty();
    assertThat(features.get(1).flaws()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'Point'           | [1,2]                                 | POINT (1 2)
          'MultiPoint'      | [[1,2],[3,4]]                         | MULTIPOINT ((1 2), (3 4))
          'LineString'      | [[1,2],[3,4]]                         | LINESTRING (1 2, 3 4)
          'MultiLineString' | [[[1,2],[3,4]]]                       | MULTILINESTRING ((1 2, 3 4))
          'Polygon'         | [[[0,0],[1,0],[1,1],[0,0]]]           | POLYGON ((0 0, 1 0, 1 1, 0 0))
          'MultiPolygon'    | [[[[0,0],[1,0],[1,1],[0,0]]]]         | MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))
          'Polygon'         | []                                    | POLYGON EMPTY
          """)
  void readsEveryTypeOfGeometry(String type, String coordinates, String wkt) {
    GeoJsonFeature feature =
        readGeometry("{'type':%s,'coordinates':%s}".formatted(type, coordinates));

    assertThat(feature.geometry()).get().hasToString(wkt);
    assertThat(feature.flaws()).isEmpty();
  }

  @Test
  void readsACollectionOfGeometries() {
    GeoJsonFeature feature =
        readGeometry(
            "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]}]}");

    assertThat(feature.geometry()).get().hasToString("GEOMETRYCOLLECTION (POINT (1 2))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'type':'Polygon','coordinates':[[[0,0],[1,'x'],[1,1],[0,0]]]} | NotAPosition        | /coordinates/0/1
          {'type':'Polygon','coordinates':[[[0,0],[1],[1,1],[0,0]]]}     | NotAPosition        | /coordinates/0/1
          {'type':'Polygon','coordinates':[[[0,0],[1,1e999],[1,1],[0,0]]]} | NotAPosition      | /coordinates/0/1
          {'type':'Polygon','coordinates':[[0,0],[1,0]]}                 | NotAPosition        | /coordinates/0/0
          {'type':'Polygon'}                                             | NotAPosition        | /coordinates
          {'type':'Polygon','coordinates':[[[0,0],[1,0],[0,0]]]}         | TooFewPositions     | /coordinates/0
          {'type':'LineString','coordinates':[[0,0]]}                    | TooFewPositions     | /coordinates
          {'type':'Circle','coordinates':[0,0]}                          | UnknownGeometryType | /type
          [0, 0]                                                         | UnknownGeometryType | /type
          """)
  void saysWhereAGeometryCannotBeRead(String geometry, String flaw, String place) {
    GeoJsonFeature feature = readGeometry(geometry);

    assertThat(feature.geometry()).isEmpty();
    assertThat(feature.isGeometryUnreadable()).isTrue();
    assertThat(feature.flaws())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.getClass().getSimpleName()).isEqualTo(flaw);
              assertThat(f.place()).isEqualTo("/features/0/geometry" + place);
              assertThat(f.explanation().es()).isNotEqualTo(f.explanation().en());
            });
  }

  @Test
  void closesAnOpenRing() {
    GeoJsonFeature feature = readGeometry("{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1]]]}");

    assertThat(feature.geometry()).get().hasToString("POLYGON ((0 0, 1 0, 1 1, 0 0))");
    assertThat(feature.flaws())
        .containsExactly(new GeoJsonFlaw.OpenRing("/features/0/geometry/coordinates/0"));
  }

  @Test
  void dropsHeightsAndCountsThem() {
    GeoJsonFeature feature = readGeometry("{'type':'LineString','coordinates':[[0,0,9],[1,0,9]]}");

    assertThat(feature.geometry()).get().hasToString("LINESTRING (0 0, 1 0)");
    assertThat(feature.flaws())
        .containsExactly(new GeoJsonFlaw.ExtraOrdinates("/features/0/geometry", 2));
  }

  @Test
  void goesOnAfterAnEntryThatIsNoFeature() {
    read(
        """
        {"type": "FeatureCollection", "features": [
          3, {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}]}
        """);

    assertThat(features.get(0).flaws())
        .containsExactly(new GeoJsonFlaw.NotAFeature("/features/0", "3"));
    assertThat(features.get(1).geometry()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      textBlock =
          """
          ""                                                   | geojson_empty
          "   "                                                | geojson_empty
          {'type':'FeatureCollection','features':[             | geojson_broken
          {'type':'FeatureCollection','features':[{'type':     | geojson_broken
          {'features':[NaN],'type':'FeatureCollection'}        | geojson_broken
          a,b,c                                                | geojson_broken
          [1,2]                                                | geojson_not_a_collection
          {'type':'Topology','objects':{}}                     | geojson_not_a_collection
          {'type':'FeatureCollection'}                         | geojson_not_a_collection
          {'type':'FeatureCollection','features':{}}           | geojson_not_a_collection
          {'features':[]}                                      | geojson_not_a_collection
          {'type':'FeatureCollection','features':[]} {}        | geojson_not_a_collection
          """)
  void refusesWhatIsNoFeatureCollection(String text, String code) {
    assertThatThrownBy(() -> read(text.replace('\'', '"')))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.explanation().es()).contains("file.geojson", "GeoJSON");
              assertThat(e.explanation().en()).contains("file.geojson", "GeoJSON");
            });
  }

  @Test
  void saysAtWhichLineAndColumnTheFileBreaks() {
    assertThatThrownBy(() -> read("{\n  \"type\": oops\n}"))
        .hasMessageContaining("breaks at line 2, column 11");
  }

  @Test
  void refusesLatin1() {
    String text = "{\"type\":\"FeatureCollection\",\"features\":[],\"name\":\"Ñaña\"}";

    assertThatThrownBy(() -> read(text, StandardCharsets.ISO_8859_1))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("geojson_not_utf8");
              assertThat(e.explanation().es()).contains("UTF-8");
            });
  }

  @Test
  void readsUtf8WithAByteOrderMark() {
    assertThat(read("\uFEFF{\"type\":\"FeatureCollection\",\"features\":[]}").features()).isZero();
  }

  @Test
  void saysThatAFileIsNotThere(@TempDir Path folder) {
    assertThatThrownBy(() -> GeoJsonReader.read(folder.resolve("none.geojson"), features::add))
        .hasMessageStartingWith("file_unreadable: ")
        .hasMessageContaining("none.geojson cannot be read");
    assertThatThrownBy(() -> GeoJsonReader.read(folder, features::add))
        .hasMessageStartingWith("file_unreadable: ");
  }
}
