package org.yunga.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.geopackage.GeoPackageFormat;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Match;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** What every format with geometries must do, seen from outside and by GDAL. */
public abstract class FormatContract {

  /** A tenth of a millimetre in degrees; issue: six decimals or better. */
  private static final double TOLERANCE = 1e-9;

  /** Six decimals, for formats that write no more. */
  protected static final double SIX_DECIMALS = 5.1e-7;

  @TempDir protected Path folder;

  protected abstract Format format();

  /** Name of GDAL's driver that writes the format. */
  protected abstract String gdalDriver();

  /** What comes back of a value that the format cannot hold as it is. */
  protected Object expected(Column column, Object value) {
    return value;
  }

  /** The same for a value that GDAL wrote. */
  protected Object expectedOfGdal(Column column, Object value) {
    return expected(column, value);
  }

  protected double tolerance() {
    return TOLERANCE;
  }

  /** Whether one file may hold points and polygons. */
  protected boolean holdsMixed() {
    return true;
  }

  /** Whether an empty polygon comes back as such, and not as no geometry. */
  protected boolean holdsEmpty() {
    return true;
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of(GeometryType.POLYGON, new String[] {Samples.HOLED, Samples.HOLED, null}),
        Arguments.of(
            GeometryType.MULTI_POLYGON,
            new String[] {Samples.TWO_POLYGONS, null, Samples.TWO_POLYGONS, Samples.TWO_POLYGONS}),
        Arguments.of(GeometryType.LINE_STRING, new String[] {Samples.LINE, Samples.LINE}),
        Arguments.of(
            GeometryType.MULTI_LINE_STRING, new String[] {Samples.TWO_LINES, Samples.TWO_LINES}),
        Arguments.of(GeometryType.POINT, new String[] {null, Samples.POINT, Samples.POINT}),
        Arguments.of(
            GeometryType.MULTI_POINT, new String[] {Samples.TWO_POINTS, Samples.TWO_POINTS}));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatWasWrittenIsRead(GeometryType type, String[] wkt) {
    Path file = write(Samples.table(type), Samples.rows(wkt));

    assertSame(read(file, ReadOptions.NONE), Samples.rows(wkt), false);
  }

  @Test
  void sameRowsMadeAtTheSameMomentAreTheSameBytes() throws IOException {
    WriteOptions options =
        WriteOptions.titled("Parcelas", "Fuente: prueba")
            .madeAt(Instant.parse("2026-11-21T10:20:30Z"));
    List<byte[]> written = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      Path file = folder.resolve(name + "." + format().extensions().get(0));
      try (TableWriter writer =
          format().write(file, Samples.table(GeometryType.POLYGON), options)) {
        Samples.rows(Samples.HOLED, null, Samples.HOLED).forEach(writer::write);
        writer.finish();
      }
      written.add(Files.readAllBytes(file));
    }

    assertThat(written.get(1)).isEqualTo(written.get(0));
  }

  @Test
  void mixedGeometriesAreHeld() {
    Assumptions.assumeTrue(holdsMixed(), "one type in a file");
    List<Row> rows =
        Samples.rows(Samples.POINT, Samples.HOLED, Samples.LINE, Samples.TWO_POLYGONS, null);

    assertSame(
        read(write(Samples.table(GeometryType.GEOMETRY), rows), ReadOptions.NONE), rows, false);
  }

  @Test
  void anEmptyGeometryIsHeld() {
    List<Row> given = Samples.rows("POLYGON EMPTY", Samples.HOLED);
    List<Row> expected = holdsEmpty() ? given : Samples.rows(null, Samples.HOLED);

    assertSame(
        read(write(Samples.table(GeometryType.POLYGON), given), ReadOptions.NONE), expected, false);
  }

  @Test
  void anEmptyTableIsHeld() {
    Path file = write(Samples.table(GeometryType.POLYGON), List.of());

    assertThat(read(file, ReadOptions.NONE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void gdalReadsWhatWasWritten(GeometryType type, String[] wkt) {
    Path file = write(Samples.table(type), Samples.rows(wkt));

    assertThat(Gdal.info(file))
        .contains("Feature Count: " + wkt.length, "010101", "Ñauza Álvarez, «El Éxito»", "WGS");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatGdalWroteIsRead(GeometryType type, String[] wkt) throws IOException {
    Gdal.require();
    Path gdals = byGdal(Samples.table(type), Samples.rows(wkt), gdalOptions());

    assertThat(format().match(FileHead.of(gdals))).isEqualTo(Match.CONTENT);
    assertSame(read(gdals, ReadOptions.NONE), keptByGdal(Samples.rows(wkt)), true);
  }

  /** A file that GDAL made of a GeoPackage with these rows. */
  protected Path byGdal(Table table, List<Row> rows, String... options) throws IOException {
    Path source = folder.resolve("source.gpkg");
    try (TableWriter writer = new GeoPackageFormat().write(source, table, WriteOptions.NONE)) {
      rows.forEach(writer::write);
      writer.finish();
    }
    Path made =
        Files.createDirectories(folder.resolve("gdal")).resolve("parcelas." + gdalExtension());
    Gdal.convert(source, gdalDriver(), made, options);
    return made;
  }

  protected String gdalExtension() {
    return format().extensions().get(0);
  }

  /** The rows that GDAL writes at all. */
  protected List<Row> keptByGdal(List<Row> rows) {
    return rows;
  }

  protected String[] gdalOptions() {
    return new String[0];
  }

  @Test
  void knowsItsOwnFilesByContent() {
    Path file = write(Samples.table(GeometryType.POINT), Samples.rows(Samples.POINT));

    assertThat(format().match(FileHead.of(file))).isEqualTo(Match.CONTENT);
    assertThat(Formats.of(file).id()).isEqualTo(format().id());
    assertThat(format().layers(file)).containsExactly("parcelas");
  }

  @Test
  void nothingIsLeftOfAFileThatWasNotFinished() throws IOException {
    Table table = Samples.table(GeometryType.POLYGON);
    Path file = target();
    try (TableWriter writer = format().write(file, table, WriteOptions.NONE)) {
      Samples.rows(Samples.HOLED).forEach(writer::write);
    }

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anUnknownLayerIsExplained() {
    Path file = write(Samples.table(GeometryType.POINT), Samples.rows(Samples.POINT));

    assertThatThrownBy(() -> read(file, ReadOptions.NONE.withLayer("otra")))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("layer_unknown");
              assertThat(e.explanation().es()).contains("otra", "parcelas");
            });
  }

  @Test
  void aMissingFileIsExplained() {
    assertExplained(folder.resolve("nada"), "file_unreadable");
  }

  /** Cut at any place a file gives rows, flaws or an explanation, but nothing else. */
  @Test
  void aTruncatedFileIsExplainedOrReadInPart() throws IOException {
    Path file =
        write(
            Samples.table(GeometryType.POLYGON),
            Samples.rows(Samples.HOLED, Samples.HOLED, Samples.HOLED));
    byte[] whole = Files.readAllBytes(file);
    Path cut = folder.resolve("cut." + format().extensions().get(0));
    int step = Math.max(1, whole.length / 100);
    int told = 0;
    for (int length = 0; length < whole.length; length += step) {
      Files.write(cut, Arrays.copyOf(whole, length));
      told += isTold(cut) ? 1 : 0;
    }

    assertThat(told).isPositive();
  }

  /** Any byte may be wrong: never another failure than an explained one, never without end. */
  @Test
  void aSpoiltFileIsExplainedOrReadInPart() throws IOException {
    Path file =
        write(
            Samples.table(GeometryType.POLYGON),
            Samples.rows(Samples.HOLED, Samples.HOLED, Samples.HOLED));
    byte[] whole = Files.readAllBytes(file);
    Path spoilt = folder.resolve("spoilt." + format().extensions().get(0));
    Random chance = new Random(20261121);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = whole.clone();
      int at = chance.nextInt(bytes.length);
      int length = Math.min(1 << chance.nextInt(3), bytes.length - at);
      for (int k = 0; k < length; k++) {
        bytes[at + k] = (byte) (chance.nextBoolean() ? 0xff : chance.nextInt(256));
      }
      Files.write(spoilt, bytes);
      isTold(spoilt);
    }
  }

  private boolean isTold(Path file) {
    try {
      return read(file, ReadOptions.NONE).stream().anyMatch(row -> !row.flaws().isEmpty());
    } catch (ExplainedException e) {
      assertThat(e.explanation().es()).isNotEqualTo(e.explanation().en());
      return true;
    }
  }

  protected void assertExplained(Path file, String code) {
    assertThatThrownBy(() -> read(file, ReadOptions.NONE))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).as(e.explanation().en()).isEqualTo(code);
              assertThat(e.explanation().es()).contains(file.getFileName().toString());
            });
  }

  protected Path target() {
    return folder.resolve("parcelas." + format().extensions().get(0));
  }

  protected Path write(Table table, List<Row> rows) {
    return write(table, rows, WriteOptions.NONE);
  }

  protected Path write(Table table, List<Row> rows, WriteOptions options) {
    Path file = target();
    try (TableWriter writer = format().write(file, table, options)) {
      rows.forEach(writer::write);
      writer.finish();
    }
    return file;
  }

  protected List<Row> read(Path file, ReadOptions options) {
    try (TableReader reader = format().read(file, options)) {
      assertThat(reader.table().columns()).isNotNull();
      List<Row> rows = new ArrayList<>();
      reader.forEachRemaining(rows::add);
      return rows;
    }
  }

  protected TableReader open(Path file) {
    return format().read(file, ReadOptions.NONE);
  }

  private void assertSame(List<Row> read, List<Row> expected, boolean byGdal) {
    assertThat(read).hasSameSizeAs(expected);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).number()).isEqualTo(i + 1);
      assertThat(read.get(i).flaws()).isEmpty();
      assertThat(read.get(i).values())
          .containsExactlyElementsOf(values(expected.get(i).values(), byGdal));
      assertSamePlace(read.get(i).geometry(), expected.get(i).geometry());
    }
  }

  private List<Object> values(List<Object> given, boolean byGdal) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Column column = Samples.COLUMNS.get(i);
      values.add(byGdal ? expectedOfGdal(column, given.get(i)) : expected(column, given.get(i)));
    }
    return values;
  }

  private void assertSamePlace(Optional<Geometry> read, Optional<Geometry> expected) {
    assertThat(read.isPresent()).isEqualTo(expected.isPresent());
    if (expected.isPresent()) {
      Geometry found = single(read.get());
      Geometry wanted = single(expected.get());
      assertThat(found.norm().equalsExact(wanted.norm(), tolerance()))
          .as("%s is %s", found, wanted)
          .isTrue();
    }
  }

  private static Geometry single(Geometry geometry) {
    return geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
  }
}
