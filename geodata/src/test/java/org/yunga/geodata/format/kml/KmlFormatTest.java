package org.yunga.geodata.format.kml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.geodata.format.FormatContract;
import org.yunga.geodata.format.Samples;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.TableReader;

class KmlFormatTest extends FormatContract {

  @Override
  protected Format format() {
    return new KmlFormat();
  }

  @Override
  protected String gdalDriver() {
    return "KML";
  }

  /** As numbers GDAL rounds them to 15 digits. */
  @Override
  protected String[] gdalOptions() {
    return new String[] {"-mapFieldType", "Integer64=String"};
  }

  @Override
  protected Object expectedOfGdal(Column column, Object value) {
    if (value instanceof Boolean bool) {
      return bool ? 1L : 0L; // GDAL's writer has no booleans
    }
    return value instanceof Long ? value.toString() : value;
  }

  private Path file(String body) throws IOException {
    Path file = folder.resolve("a.kml");
    Files.writeString(
        file,
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" + body + "</Document></kml>");
    return file;
  }

  @Test
  void placemarksInFoldersWithHeightsAndUntypedData() throws IOException {
    Path file =
        file(
            "<Style><LineStyle><name>no</name></LineStyle></Style><Folder><name>Zona</name>"
                + "<Placemark><name>Lote &amp; 1</name><ExtendedData><Data name=\"código\">"
                + "<value>010101</value></Data></ExtendedData><MultiGeometry><Point><coordinates>"
                + "-76.5, -8.25, 300</coordinates></Point><LineString><extrude>1</extrude>"
                + "<coordinates>\n -76,-8,1\n-75,-9,2 </coordinates></LineString></MultiGeometry>"
                + "</Placemark></Folder><Placemark><description><![CDATA[<b>dos</b>]]></description>"
                + "</Placemark>");

    try (TableReader reader = open(file)) {
      List<Row> rows = new ArrayList<>();
      reader.forEachRemaining(rows::add);
      assertThat(reader.table().columns())
          .extracting(Column::name)
          .containsExactly("name", "código", "description");
      assertThat(rows.get(0).values()).containsExactly("Lote & 1", "010101", null);
      assertThat(rows.get(0).geometry().orElseThrow())
          .hasToString("GEOMETRYCOLLECTION (POINT (-76.5 -8.25), LINESTRING (-76 -8, -75 -9))");
      assertThat(rows.get(1).values()).containsExactly(null, null, "<b>dos</b>");
      assertThat(reader.notices())
          .extracting(Notice::code)
          .containsExactly("extra_ordinates_dropped");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Point><coordinates>-76;-8</coordinates></Point>",
        "<Point><coordinates>-76</coordinates></Point>",
        "<Point><coordinates>1,2,3,4</coordinates></Point>",
        "<Point><coordinates>NaN,2</coordinates></Point>",
        "<LineString><coordinates>1,2</coordinates></LineString>",
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,1</coordinates>"
            + "</LinearRing></outerBoundaryIs></Polygon>",
      })
  void aBadGeometryIsAFlawWithItsLineAndReadingGoesOn(String geometry) throws IOException {
    Path file =
        file(
            "\n<Placemark>"
                + geometry
                + "<name>a</name></Placemark><Placemark><name>b</name></Placemark>");

    List<Row> rows = read(file, ReadOptions.NONE);

    assertThat(rows.get(0).flaws())
        .extracting(RowFlaw::code)
        .containsExactly("geometry_unreadable");
    assertThat(rows.get(0).flaws().get(0).place()).isEqualTo("línea/line 2");
    assertThat(rows).extracting(row -> row.values().get(0)).containsExactly("a", "b");
  }

  @Test
  void entitiesFromElsewhereAreNotFetched() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "secret");
    Path file = folder.resolve("a.kml");
    Files.writeString(
        file,
        "<!DOCTYPE kml [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><kml><Placemark><name>&x;"
            + "</name></Placemark></kml>");

    try (TableReader reader = open(file)) {
      assertThat(reader.next().values()).doesNotContain("secret");
    } catch (org.yunga.core.text.ExplainedException e) {
      assertThat(e.code()).isEqualTo("file_broken");
    }
  }

  @Test
  void entitiesThatGrowAreExplained() throws IOException {
    Path file = folder.resolve("a.kml");
    Files.writeString(
        file,
        "<!DOCTYPE kml [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + "<kml><Placemark><name>&b;</name></Placemark></kml>");

    assertThat(isTold(file)).isTrue();
  }

  private boolean isTold(Path file) {
    try {
      return read(file, ReadOptions.NONE).stream().allMatch(row -> row.values().isEmpty());
    } catch (org.yunga.core.text.ExplainedException e) {
      return true;
    }
  }

  @Test
  void elementsNestedWithoutEndAreExplained() throws IOException {
    assertExplained(file("<Folder>".repeat(100_000)), "file_broken");
    assertExplained(file("<Placemark>" + "<MultiGeometry>".repeat(100_000)), "file_broken");
  }

  @Test
  void brokenUtf8AndOtherXmlAreExplained() throws IOException {
    Path file = file("<Placemark><name>año</name></Placemark>");
    Files.writeString(file, Files.readString(file), StandardCharsets.ISO_8859_1);
    assertExplained(file, "file_broken");

    Files.writeString(file, "<gpx/>");
    assertExplained(file, "xml_is_no_kml");
  }

  @Test
  void controlCharactersDoNotSpoilTheFile() throws IOException {
    Path file =
        write(
            Samples.table(org.yunga.geodata.table.GeometryType.POINT),
            List.of(
                Row.of(
                    1,
                    java.util.Optional.empty(),
                    "a\u0001b",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)));

    assertThat(read(file, ReadOptions.NONE).get(0).values()).containsExactly("a\uFFFDb");
  }
}
