package org.yunga.geodata.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.yunga.geodata.format.FormatContract;
import org.yunga.geodata.format.Gdal;
import org.yunga.geodata.format.Samples;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.FileHead;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Match;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

class ShapefileFormatTest extends FormatContract {

  @Override
  protected Format format() {
    return new ShapefileFormat();
  }

  @Override
  protected String gdalDriver() {
    return "ESRI Shapefile";
  }

  @Override
  protected String gdalExtension() {
    return "shp";
  }

  @Override
  protected String[] gdalOptions() {
    return new String[] {"-lco", "ENCODING=UTF-8"};
  }

  @Override
  protected boolean holdsMixed() {
    return false;
  }

  @Override
  protected boolean holdsEmpty() {
    return false;
  }

  /** dBASE has no date with time. */
  @Override
  protected Object expected(Column column, Object value) {
    return value instanceof LocalDateTime time
        ? time.toString().concat(":00").substring(0, 19)
        : value;
  }

  /** GDAL 3.6 writes booleans as numbers and drops the time of a date with time. */
  @Override
  protected Object expectedOfGdal(Column column, Object value) {
    if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    return value instanceof LocalDateTime time ? time.toLocalDate() : value;
  }

  @Test
  void aMixedTableBecomesALayerForEachKind() {
    Path file =
        write(
            Samples.table(GeometryType.GEOMETRY),
            Samples.rows(Samples.LINE, Samples.HOLED, Samples.TWO_LINES, null));

    assertThat(format().layers(file)).containsExactly("parcelas_lineas", "parcelas_poligonos");
    assertThat(read(file, ReadOptions.NONE.withLayer("parcelas_lineas"))).hasSize(3);
    assertThat(read(file, ReadOptions.NONE.withLayer("parcelas_poligonos"))).hasSize(1);
  }

  @Test
  void namesAreShortAndTheReadmeTellsTheLongOnes() throws IOException {
    Table table =
        new Table(
            "Parcelas tituladas",
            List.of(
                new Column("superficie_total_ha", ColumnType.DECIMAL),
                new Column("superficie_titulada_ha", ColumnType.DECIMAL),
                new Column("año", ColumnType.INTEGER)),
            Optional.of(GeometryColumn.lonLat(GeometryType.POINT)));
    Path file =
        write(
            table,
            List.of(Row.of(1, Optional.of(Samples.geometry(Samples.POINT)), 1.5, 2.5, 2024L)),
            WriteOptions.titled("Título", "Fuente: DEVIDA"));

    try (TableReader reader = open(file)) {
      assertThat(reader.table().columns())
          .extracting(Column::name)
          .containsExactly("superficie", "superfic_1", "ano");
      assertThat(reader.next().values()).containsExactly(1.5, 2.5, 2024L);
    }
    assertThat(new String(entry(file, "README.txt"), StandardCharsets.UTF_8))
        .contains("superfic_1  superficie_titulada_ha", "ano         año", "Fuente: DEVIDA");
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    byte[] first =
        Files.readAllBytes(write(Samples.table(GeometryType.POLYGON), Samples.rows(Samples.HOLED)));
    byte[] second =
        Files.readAllBytes(write(Samples.table(GeometryType.POLYGON), Samples.rows(Samples.HOLED)));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void textsThatAreTooLongAreCutBetweenSignsAndTold() {
    Path file = target();
    Table table =
        new Table(
            "t",
            List.of(new Column("a", ColumnType.TEXT)),
            Optional.of(GeometryColumn.lonLat(GeometryType.POINT)));
    try (TableWriter writer = format().write(file, table, WriteOptions.NONE)) {
      writer.write(Row.of(1, Optional.empty(), "x" + "ñ".repeat(200)));
      writer.finish();
      assertThat(writer.notices()).extracting(Notice::code).containsExactly("text_cut");
    }

    assertThat(read(file, ReadOptions.NONE).get(0).values()).containsExactly("x" + "ñ".repeat(126));
  }

  @Test
  void gdalsFilesInLatin1AreRead() throws IOException {
    Gdal.require();
    Path file =
        byGdal(
            Samples.table(GeometryType.POINT),
            Samples.rows(Samples.POINT),
            "-lco",
            "ENCODING=ISO-8859-1");

    assertThat(read(file, ReadOptions.NONE).get(0).values()).contains("Ñauza Álvarez, «El Éxito»");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "windows-1252"})
  void theEncodingIsGuessedWhereTheFileIsSilent(String name) throws IOException {
    Map<String, byte[]> parts = parts(Samples.rows(Samples.POINT));
    parts.remove("parcelas.cpg");
    String text = new String(parts.get("parcelas.dbf"), StandardCharsets.UTF_8);
    byte[] other = text.getBytes(Charset.forName(name));
    if (!name.equals("UTF-8")) {
      other = widened(parts.get("parcelas.dbf"), Charset.forName(name));
    }
    parts.put("parcelas.dbf", other);

    try (TableReader reader = open(zip(parts))) {
      assertThat(reader.next().values()).contains("Ñauza Álvarez, «El Éxito»");
      assertThat(reader.notices()).extracting(Notice::code).contains("encoding_guessed");
    }
  }

  /** The texts of our own file in another encoding, filled up with blanks to the same width. */
  private static byte[] widened(byte[] dbf, Charset charset) {
    String wanted = "Ñauza Álvarez, «El Éxito»";
    byte[] utf8 = wanted.getBytes(StandardCharsets.UTF_8);
    byte[] other = wanted.getBytes(charset);
    byte[] result = dbf.clone();
    for (int at = 0; at + utf8.length <= dbf.length; at++) {
      if (java.util.Arrays.equals(dbf, at, at + utf8.length, utf8, 0, utf8.length)) {
        java.util.Arrays.fill(result, at, at + utf8.length, (byte) ' ');
        System.arraycopy(other, 0, result, at, other.length);
      }
    }
    return result;
  }

  @Test
  void lettersThatDoNotFitTheTellEncodingAreAFlaw() throws IOException {
    Map<String, byte[]> parts = parts(Samples.rows(Samples.POINT));
    parts.put("parcelas.dbf", widened(parts.get("parcelas.dbf"), StandardCharsets.ISO_8859_1));
    Path file = zip(parts);

    assertThat(read(file, ReadOptions.NONE).get(0).flaws())
        .extracting(RowFlaw::code)
        .containsExactly("text_wrong_encoding");
    assertThat(
            read(file, ReadOptions.NONE.withEncoding(StandardCharsets.ISO_8859_1)).get(0).flaws())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "65001, UTF-8",
    "1252, windows-1252",
    "ANSI 1252, windows-1252",
    "cp850, IBM850",
    "ISO-8859-1, windows-1252",
    "ISO 88591, windows-1252",
    "88591, windows-1252",
  })
  void knowsTheNamesOfEncodings(String cpg, String charset) {
    assertThat(Encoding.ofCpg(cpg)).contains(Charset.forName(charset));
  }

  @Test
  void heightsAreDroppedAndTold() throws IOException {
    Gdal.require();
    for (String wkt : List.of(Samples.HOLED, Samples.LINE, Samples.TWO_POINTS, Samples.POINT)) {
      Path file =
          byGdal(
              Samples.table(GeometryType.GEOMETRY),
              Samples.rows(wkt),
              "-dim",
              "XYZM",
              "-overwrite");
      try (TableReader reader = open(file)) {
        assertThat(reader.next().geometry().orElseThrow().norm())
            .isEqualTo(Samples.geometry(wkt).norm());
        assertThat(reader.notices()).extracting(Notice::code).contains("extra_ordinates_dropped");
      }
    }
  }

  @Test
  void tellsTheSystemOfThePrj() throws IOException {
    Path file =
        write(
            new Table(
                "t",
                List.of(),
                Optional.of(new GeometryColumn(GeometryType.POINT, Optional.of("EPSG:32718")))),
            List.of());

    try (TableReader reader = open(file)) {
      assertThat(reader.table().geometry().orElseThrow().crs().orElseThrow())
          .startsWith("PROJCS[\"WGS_1984_UTM_Zone_18S\"");
    }
    assertThat(Gdal.info(file)).contains("WGS 84 / UTM zone 18S");
  }

  @Test
  void aMissingPrjOrDbfIsTold() throws IOException {
    Map<String, byte[]> parts = parts(Samples.rows(Samples.POINT));
    parts.remove("parcelas.prj");
    parts.remove("parcelas.dbf");

    try (TableReader reader = open(zip(parts))) {
      assertThat(reader.next().geometry()).isPresent();
      assertThat(reader.notices())
          .extracting(Notice::code)
          .containsExactly("dbf_missing", "crs_missing");
    }
  }

  /** Rings as other programs leave them: what is a shell, what a hole? */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // all rings the wrong way round
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
        // all rings the right way round
        "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
      })
  void shellsAndHolesAreToldApartInEitherDirection(String wkt) {
    org.locationtech.jts.geom.Polygon polygon =
        (org.locationtech.jts.geom.Polygon) Samples.geometry(wkt);

    Geometry read =
        Rings.polygons(
            new org.locationtech.jts.geom.LinearRing[] {
              polygon.getExteriorRing(), polygon.getInteriorRingN(0)
            },
            polygon.getFactory());

    assertThat(read.getArea()).isEqualTo(80);
  }

  @Test
  void anIslandInALakeAndAHoleOutsideOfAllShells() {
    org.locationtech.jts.geom.LinearRing[] rings =
        java.util.stream.Stream.of(
                "LINEARRING (0 0, 0 9, 9 9, 9 0, 0 0)", // shell
                "LINEARRING (3 3, 3 6, 6 6, 6 3, 3 3)", // island
                "LINEARRING (4 4, 5 4, 5 5, 4 5, 4 4)", // pond on the island
                "LINEARRING (2 2, 7 2, 7 7, 2 7, 2 2)", // lake
                "LINEARRING (20 20, 21 20, 21 21, 20 21, 20 20)") // far away, turned
            .map(Samples::geometry)
            .toArray(org.locationtech.jts.geom.LinearRing[]::new);

    Geometry read = Rings.polygons(rings, rings[0].getFactory());

    assertThat(read.isValid()).isTrue();
    assertThat(read.getArea()).isEqualTo(81 - 25 + 9 - 1 + 1);
  }

  @Test
  void aDbfThatLiesAboutItsRowsIsExplained() throws IOException {
    for (int count : new int[] {0, 1, Integer.MAX_VALUE, -1}) {
      Map<String, byte[]> parts = parts(Samples.rows(Samples.POINT, Samples.POINT));
      ByteBuffer.wrap(parts.get("parcelas.dbf")).order(ByteOrder.LITTLE_ENDIAN).putInt(4, count);
      Path file = zip(parts);
      if (count == 0 || count == 1) {
        assertExplained(file, "file_broken");
      } else {
        assertThat(read(file, ReadOptions.NONE)).hasSize(2);
      }
    }
  }

  @Test
  void aDbfWithMoreRowsThanShapesIsExplained() throws IOException {
    Map<String, byte[]> parts = parts(Samples.rows(Samples.POINT));
    parts.put(
        "parcelas.dbf", parts(Samples.rows(Samples.POINT, Samples.POINT)).get("parcelas.dbf"));

    assertExplained(zip(parts), "file_broken");
  }

  @Test
  void rowsMarkedAsDeletedAreLeftOut() throws IOException {
    Map<String, byte[]> parts = parts(Samples.rows(Samples.POINT, Samples.POINT));
    byte[] dbf = parts.get("parcelas.dbf");
    dbf[ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN).getShort(8)] = '*';

    assertThat(read(zip(parts), ReadOptions.NONE))
        .extracting(row -> row.values().get(0))
        .containsExactly("060101");
  }

  @ParameterizedTest
  @CsvSource({
    "108, 17", // an unknown type of shape
    "152, 2147483647", // number of parts
    "156, 2147483647", // number of points
    "152, -1",
    "160, 3", // first part does not begin at 0
  })
  void shapesThatCannotBeAreAFlawAndReadingGoesOn(int at, int number) throws IOException {
    Map<String, byte[]> parts =
        parts(GeometryType.POLYGON, Samples.rows(Samples.HOLED, Samples.HOLED));
    int offset = at == 152 || at == 156 ? at - 8 : at == 160 ? 152 : at;
    ByteBuffer.wrap(parts.get("parcelas.shp"))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(offset, number);

    List<Row> rows = read(zip(parts), ReadOptions.NONE);

    assertThat(rows.get(0).flaws())
        .extracting(RowFlaw::code)
        .containsExactly("geometry_unreadable");
    assertThat(rows.get(1).geometry()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, Integer.MAX_VALUE, 1 << 29})
  void aRecordWithAnImpossibleLengthIsExplained(int words) throws IOException {
    Map<String, byte[]> parts = parts(Samples.rows(Samples.POINT));
    ByteBuffer.wrap(parts.get("parcelas.shp")).putInt(104, words).putInt(24, -1);

    assertThatThrownBy(() -> read(zip(parts), ReadOptions.NONE))
        .isInstanceOf(org.yunga.core.text.ExplainedException.class);
  }

  @Test
  void aZipOfOtherThingsIsNotOurs() throws IOException {
    Path file = zip(Map.of("a.txt", new byte[10]));

    assertThat(format().match(FileHead.of(file))).isEqualTo(Match.NO);
    assertExplained(file, "zip_without_shapefile");
  }

  @Test
  void namesInAZipLeadNowhere() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts(Samples.rows(Samples.POINT))
        .forEach((name, bytes) -> parts.put("../../../" + name, bytes));
    Path file = zip(parts);

    assertThat(read(file, ReadOptions.NONE)).hasSize(1);
    assertThat(folder.resolve("../../../parcelas.shp").normalize()).doesNotExist();
  }

  /** 300 MB of noughts in a .dbf are some 300 KB in a zip. */
  @Test
  void aZipBombIsReadAsAStreamAndEndsEarly() throws IOException {
    Map<String, byte[]> parts = parts(Samples.rows(Samples.POINT));
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.shp"));
      byte[] head = java.util.Arrays.copyOf(parts.get("parcelas.shp"), 100);
      ByteBuffer.wrap(head).putInt(24, -1);
      zip.write(head);
      byte[] noughts = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(noughts);
      }
    }

    assertExplained(file, "file_broken");
  }

  @Test
  void aPlainShapefileIsReadWithItsSistersInAnyCase() throws IOException {
    for (Map.Entry<String, byte[]> part : parts(Samples.rows(Samples.POINT)).entrySet()) {
      String ending = part.getKey().substring(part.getKey().indexOf('.'));
      Files.write(
          folder.resolve("Áreas.2024" + ending.toUpperCase(java.util.Locale.ROOT)),
          part.getValue());
    }
    Path file = folder.resolve("Áreas.2024.SHP");

    assertThat(format().match(FileHead.of(file))).isEqualTo(Match.CONTENT);
    assertThat(format().layers(file)).containsExactly("Áreas.2024");
    assertThat(read(file, ReadOptions.NONE).get(0).values()).contains("010101");
  }

  private Map<String, byte[]> parts(List<Row> rows) throws IOException {
    return parts(GeometryType.POINT, rows);
  }

  private Map<String, byte[]> parts(GeometryType type, List<Row> rows) throws IOException {
    Path file = write(Samples.table(type), rows);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        parts.put(entry.getName(), entry(file, entry.getName()));
      }
    }
    Files.delete(file);
    return parts;
  }

  private static byte[] entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private Path zip(Map<String, byte[]> parts) throws IOException {
    Path file = folder.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file;
  }
}
