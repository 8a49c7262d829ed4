package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.yunga.core.figure.Measure;
import org.yunga.core.monitor.Cell;
import org.yunga.core.monitor.FiguresQuery;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.read.FileHash;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.TableReader;

/** Figures with their regions as files, of the reference data. */
class ExportCommandTest {

  private static final String SERIES = "DEVIDA-OPD";

  @TempDir private static Path data;
  private static Monitor monitor;

  @TempDir private Path folder;

  @BeforeAll
  static void fill() {
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      ReferenceData.install(store);
      monitor = new Monitor(Snapshot.of(store.read(store.latestReleaseNumber())));
    }
  }

  private static Outcome export(String... arguments) {
    List<String> all = new ArrayList<>(List.of("export", "--data", data.toString()));
    all.addAll(List.of(arguments));
    return Outcome.run(all.toArray(String[]::new));
  }

  private Outcome coca(Path file, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("--region-set", "departments", "--indicator", "coca_area", "--out"));
    all.add(file.toString());
    all.addAll(List.of(more));
    return export(all.toArray(String[]::new));
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).sorted().toList();
    }
  }

  /** The value of a cell as text, and its state. */
  private static List<String> expected(String period) {
    FiguresQuery query = FiguresQuery.of("coca_area", "departments", Measure.ACTUAL);
    return monitor.figures(query).allCells().stream()
        .filter(cell -> cell.series().equals(SERIES) && cell.period().toString().equals(period))
        .map(ExportCommandTest::line)
        .sorted()
        .toList();
  }

  private static String line(Cell cell) {
    String state = cell.state().name().toLowerCase(Locale.ROOT);
    Double value = cell.value().isPresent() ? (Double) cell.value().getAsDouble() : null;
    return cell.region().code() + " " + value + " " + state;
  }

  private static List<String> read(Path file, String code, String value, String state) {
    List<String> lines = new ArrayList<>();
    try (TableReader reader = Formats.of(file).read(file, ReadOptions.NONE)) {
      int codeAt = reader.table().indexOf(code);
      int valueAt = reader.table().indexOf(value);
      int stateAt = reader.table().indexOf(state);
      while (reader.hasNext()) {
        Row row = reader.next();
        Object number = row.values().get(valueAt);
        lines.add(
            row.values().get(codeAt)
                + " "
                + (number == null ? null : ((Number) number).doubleValue())
                + " "
                + row.values().get(stateAt));
      }
    }
    lines.sort(null);
    return lines;
  }

  @ParameterizedTest
  @CsvSource({
    "gpkg, gpkg, region_code, true",
    "shp, zip, reg_code, true",
    "geojson, geojson, region_code, true",
    "fgb, fgb, region_code, true",
    "kml, kml, region_code, true",
    "xlsx, xlsx, region_code, false",
    "csv, csv, region_code, false",
    "csv-excel, csv, region_code, false"
  })
  void everyFormatHoldsEveryRegionWithValueAndState(
      String format, String ending, String code, boolean placed) {
    Path file = folder.resolve("coca." + ending);

    Outcome outcome = coca(file, "--period", "2024", "--series", SERIES, "--format", format);

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(read(file, code, "value", "state"))
        .hasSizeGreaterThan(24)
        .isEqualTo(expected("2024"));
    if (placed) {
      String name = format.equals("shp") ? "/vsizip/" + file : file.toString();
      assertThat(Gdal.info(name, "-geom=SUMMARY"))
          .contains("Feature Count: " + expected("2024").size(), "San Martín", "not_monitored");
    }
  }

  @Test
  void severalPeriodsBecomeColumns() {
    Path file = folder.resolve("coca.xlsx");

    assertThat(coca(file, "--series", SERIES).exitCode()).isZero();

    for (String period : List.of("2023", "2024")) {
      assertThat(read(file, "region_code", "value_" + period, "state_" + period))
          .isEqualTo(expected(period));
    }
  }

  @Test
  void severalSeriesAreLayersOfAGeoPackageAndRefusedElsewhere() throws IOException {
    Path file = folder.resolve("coca.gpkg");
    assertThat(coca(file).exitCode()).isZero();
    assertThat(Formats.of(file).layers(file))
        .hasSizeGreaterThan(1)
        .contains("departments_coca_area_actual_DEVIDA_OPD");

    Outcome refused = coca(folder.resolve("coca.geojson"));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--series", SERIES).doesNotContain("Exception");
    assertThat(left()).containsExactly(Path.of("coca.gpkg"));
  }

  /** The rules of the style, asked of SQLite, give each class as many regions as the map. */
  @Test
  void styleHasTheClassesOfTheMap() throws Exception {
    Path file = folder.resolve("coca.gpkg");
    coca(file, "--period", "2024", "--series", SERIES);
    List<Cell> cells =
        monitor
            .figures(FiguresQuery.of("coca_area", "departments", Measure.ACTUAL))
            .allCells()
            .stream()
            .filter(cell -> cell.series().equals(SERIES))
            .filter(cell -> cell.period().toString().equals("2024"))
            .toList();

    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      String qml = text(statement, "SELECT styleQML FROM layer_styles");
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(qml.replaceFirst("<!DOCTYPE[^>]*>", ""))))
              .getDocumentElement();
      NodeList rules = root.getElementsByTagName("rule");
      int total = 0;
      for (int i = 0; i < rules.getLength(); i++) {
        String filter = ((Element) rules.item(i)).getAttribute("filter");
        String found =
            text(
                statement,
                "SELECT count(*) FROM departments_coca_area_actual_DEVIDA_OPD WHERE " + filter);
        int which = i;
        if (i < rules.getLength() - 4) {
          assertThat(Long.parseLong(found))
              .as(filter)
              .isEqualTo(cells.stream().filter(c -> c.classIndex().orElse(-1) == which).count());
        }
        total += Integer.parseInt(found);
      }
      assertThat(rules.getLength()).isGreaterThan(6);
      assertThat(total).isEqualTo(cells.size());
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @Test
  void licenceSourceAndCitationGoWithTheFile() throws IOException {
    Path csv = folder.resolve("coca.csv");
    coca(csv, "--period", "2024", "--series", SERIES);
    assertThat(folder.resolve("coca.csv.fuentes.txt"))
        .content()
        .contains("Cómo citar", "Licencia", "entrega 1", SERIES);
    assertThat(folder.resolve("coca.csv.sources.txt")).content().contains("Cite as", "Licence");

    Path zip = folder.resolve("coca.zip");
    coca(zip, "--period", "2024", "--series", SERIES, "--format", "shp");
    try (ZipFile parts = new ZipFile(zip.toFile())) {
      byte[] readme = parts.getInputStream(parts.getEntry("README.txt")).readAllBytes();
      assertThat(new String(readme, java.nio.charset.StandardCharsets.UTF_8))
          .contains("Cómo citar", "Cite as");
    }

    Path json = folder.resolve("coca.geojson");
    coca(json, "--period", "2024", "--series", SERIES);
    assertThat(json).content().contains("Cómo citar", "Cite as");
  }

  /** Without an indicator; what is in a Parquet file, the module of bulk jobs tests. */
  @Test
  void regionsAloneAreAFileToo() throws IOException {
    Path parquet = folder.resolve("departments.parquet");
    Outcome outcome = export("--region-set", "departments", "--out", parquet.toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("departments", "25 filas");
    byte[] bytes = Files.readAllBytes(parquet);
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("PAR1")
        .endsWith("PAR1")
        .contains("region_code", "\"version\":\"1.1.0\"");
    assertThat(export("--region-set", "departments", "--period", "2024", "--out", "x.csv").err())
        .contains("Falta --indicator");
  }

  @Test
  void regionsWithoutBoundariesGiveATable() {
    Path file = folder.resolve("zones.gpkg");
    Outcome outcome =
        export("--region-set", "country", "--indicator", "coca_area", "--out", file.toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  @Test
  void aFileThatIsThereStaysUnlessForced() throws IOException {
    Path file = folder.resolve("coca.csv");
    Files.writeString(file, "mine");

    Outcome refused = coca(file, "--series", SERIES);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--force");
    assertThat(file).content().isEqualTo("mine");
    assertThat(left()).hasSize(1);
    assertThat(coca(file, "--series", SERIES, "--force").exitCode()).isZero();
    assertThat(file).content().startsWith("region_set,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--period;1066;1066",
        "--period;last;2024-Q1",
        "--series;nobody;DEVIDA-OPD",
        "--measure;hope;baseline",
        "--format;docx;gpkg",
        "--release;there;--release"
      })
  void whatIsWrongIsNamedAndNothingIsLeft(String wrong) throws IOException {
    String[] parts = wrong.split(";");
    Outcome outcome = coca(folder.resolve("coca.csv"), parts[0], parts[1]);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains(parts[2]).doesNotContain("Exception");
    assertThat(left()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Outcome outcome = coca(folder.resolve("none/coca.csv"), "--series", SERIES);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("none").doesNotContain("at org.");
  }

  @Test
  void aWholeReleaseIsAFolderWithItsHashes() throws IOException {
    Path release = folder.resolve("release");
    Outcome outcome = export("--release", release.toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();

    List<String> sums = Files.readAllLines(release.resolve("SHA256SUMS"));
    assertThat(sums).hasSizeGreaterThan(4);
    for (String sum : sums) {
      assertThat(FileHash.sha256(release.resolve(sum.substring(66))))
          .isEqualTo(sum.substring(0, 64));
    }
    Path gpkg = release.resolve("release.gpkg");
    assertThat(Formats.of(gpkg).layers(gpkg)).contains("departments", "figures");
    assertThat(Files.readString(release.resolve("LICENCIA.txt"))).contains("Licencia");
    assertThat(export("--release", release.toString()).exitCode()).isEqualTo(1);
    assertThat(export("--release", release.toString(), "--force").exitCode()).isZero();
    assertThat(left()).containsExactly(Path.of("release"));
  }
}
