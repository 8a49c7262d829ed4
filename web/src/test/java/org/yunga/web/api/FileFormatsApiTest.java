package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.sample.SampleData;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.TableReader;
import org.yunga.web.Answer;
import org.yunga.web.Gdal;
import org.yunga.web.RunningServer;

/** Answers of the API as files: what JSON says, and what GDAL reads. */
class FileFormatsApiTest {

  private static final String COCA =
      "/api/v1/figures?indicator=coca_area&region-set=departments&series=DEVIDA-OPD";
  private static final String COCA_2024 = COCA + "&period=2024";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension
  static final PlotServer PLOTS =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(300, 7, data.plots(300, 7)));
          });

  @TempDir private Path folder;

  private Path saved(Answer answer) throws IOException {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    String name = answer.header("Content-Disposition").replaceAll(".*filename=\"|\"$", "");
    return Files.write(folder.resolve(name), answer.body());
  }

  /** Code, value and state of each row of a file. */
  private static List<String> rows(Path file, String code) {
    List<String> rows = new ArrayList<>();
    try (TableReader reader = Formats.of(file).read(file, ReadOptions.NONE)) {
      while (reader.hasNext()) {
        Row row = reader.next();
        Object value = row.values().get(reader.table().indexOf("value"));
        rows.add(
            row.values().get(reader.table().indexOf(code))
                + " "
                + (value == null ? null : ((Number) value).doubleValue())
                + " "
                + row.values().get(reader.table().indexOf("state")));
      }
    }
    rows.sort(null);
    return rows;
  }

  private static List<String> expected() {
    return SERVER.get(COCA_2024 + "&f=csv").csv().stream()
        .map(
            row -> {
              String value = row.getField("value");
              return row.getField("region_code")
                  + " "
                  + (value.isEmpty() ? null : Double.valueOf(value))
                  + " "
                  + row.getField("state");
            })
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "gpkg, region_code, application/geopackage+sqlite3",
    "shp, reg_code, application/zip",
    "fgb, region_code, application/flatgeobuf",
    "kml, region_code, application/vnd.google-earth.kml+xml",
    "xlsx, region_code, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  void figuresAreThoseOfTheCsv(String format, String code, String type) throws IOException {
    Answer answer = SERVER.get(COCA_2024 + "&f=" + format);

    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    Path file = saved(answer);
    assertThat(rows(file, code)).hasSize(25).isEqualTo(expected());
    if (!format.equals("xlsx")) {
      String name = format.equals("shp") ? "/vsizip/" + file : file.toString();
      assertThat(Gdal.info(name, "-so")).contains("Feature Count: 25");
    }
    assertThat(SERVER.get(COCA_2024, "Accept", type).body()).isEqualTo(answer.body());
  }

  @Test
  void sizeIsToldBeforeTheDownload() {
    Answer head = SERVER.client().send("HEAD", COCA_2024 + "&f=gpkg");
    assertThat(Integer.parseInt(head.header("Content-Length")))
        .isEqualTo(SERVER.get(COCA_2024 + "&f=gpkg").body().length);
  }

  @Test
  void severalPeriodsAreColumns() throws IOException {
    Path file = saved(SERVER.get(COCA + "&f=gpkg"));
    try (TableReader reader = Formats.of(file).read(file, ReadOptions.NONE)) {
      assertThat(reader.table().indexOf("value_2023")).isPositive();
      assertThat(reader.table().indexOf("state_2024")).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shp", "fgb", "kml"})
  void severalSeriesAreRefusedWhereOneFits(String format) {
    Answer answer =
        SERVER.get("/api/v1/figures?indicator=coca_area&region-set=departments&f=" + format);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo("ambiguous_parameter");
    assertThat(answer.json().get("allowed").toString()).contains("DEVIDA-OPD");
  }

  @Test
  void whatHasNoFiguresOrNoPlaceIsExplained() {
    Answer none =
        SERVER.get("/api/v1/figures?indicator=coca_area&region-set=departments&period=1900&f=gpkg");
    assertThat(none.status()).isIn(400, 404);
    assertThat(none.json().get("detail").asText()).isNotBlank();
    Answer unplaced = SERVER.get("/api/v1/region-sets/field-offices?f=shp");
    assertThat(unplaced.status()).isEqualTo(400);
    assertThat(unplaced.json().get("detail").asText()).contains("GeoPackage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "shp", "fgb", "kml", "xlsx"})
  void regionsAreFiles(String format) throws IOException {
    Path file = saved(SERVER.get("/api/v1/region-sets/departments?f=" + format));
    int rows = 0;
    try (TableReader reader = Formats.of(file).read(file, ReadOptions.NONE)) {
      while (reader.hasNext()) {
        rows++;
        assertThat(reader.next().geometry().isPresent()).isEqualTo(!format.equals("xlsx"));
      }
    }
    assertThat(rows).isEqualTo(25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "xlsx"})
  void totalsOfPlotsAreFiles(String format) throws IOException {
    String path = "/api/v1/totals?region-set=departments&kind=coca_field&year=2024";
    double hectares =
        PLOTS.get(path + "&f=csv").csv().stream()
            .map(row -> row.getField("hectares"))
            .filter(text -> !text.isEmpty())
            .mapToDouble(Double::parseDouble)
            .sum();

    Path file = saved(PLOTS.get(path + "&f=" + format));

    double sum = 0;
    try (TableReader reader = Formats.of(file).read(file, ReadOptions.NONE)) {
      while (reader.hasNext()) {
        Object value = reader.next().values().get(reader.table().indexOf("hectares"));
        sum += value == null ? 0 : ((Number) value).doubleValue();
      }
    }
    assertThat(String.format(Locale.ROOT, "%.6f", sum))
        .isEqualTo(String.format(Locale.ROOT, "%.6f", hectares));
    assertThat(sum).isPositive();
  }

  @Test
  void totalsWithPlacesNeedAYear() {
    Answer answer = PLOTS.get("/api/v1/totals?region-set=departments&kind=coca_field&f=gpkg");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("parameter").asText()).isEqualTo("year");
  }
}
