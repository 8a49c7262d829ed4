package org.yunga.geodata.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.ReadOptions;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

class CsvFormatTest {

  @TempDir Path folder;

  /** All that a file gives. */
  private record Content(Table table, List<Row> rows, List<String> notices) {
    List<ColumnType> types() {
      return table.columns().stream().map(Column::type).toList();
    }

    List<String> names() {
      return table.columns().stream().map(Column::name).toList();
    }

    List<Object> column(int index) {
      List<Object> values = new ArrayList<>();
      rows.forEach(row -> values.add(row.values().get(index)));
      return values;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void recognisesTheDelimiter(String delimiter) throws IOException {
    Content content = read("a,b,c\n1,x,2\n3,\"y,;|\t\",4\n".replace(",", delimiter));

    assertThat(content.names()).containsExactly("a", "b", "c");
    assertThat(content.column(2)).containsExactly(2L, 4L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void recognisesTheEncoding(String name) throws IOException {
    String mark = name.startsWith("UTF-16") ? "\uFEFF" : "";
    Path file = folder.resolve("plots.csv");
    Files.write(file, (mark + "región;año\nHuánuco;1\nÁncash;2\n").getBytes(Charset.forName(name)));

    Content content = read(file);

    assertThat(content.names()).containsExactly("región", "año");
    assertThat(content.column(0)).containsExactly("Huánuco", "Áncash");
    assertThat(content.notices().contains("encoding_guessed")).isEqualTo(name.startsWith("win"));
  }

  @Test
  void findsTheHeadBelowTitlesAndLeavesOutEmptyRowsAndColumns() throws IOException {
    Content content =
        read(
            "PIRDAIS,,,\nTítulos 2015,,,\n,,,\nregión,2015,2016,\nPuno,1,2,\n,,,\nPasco,3,4,\n,,,\n");

    assertThat(content.names()).containsExactly("región", "2015", "2016");
    assertThat(content.rows()).extracting(Row::number).containsExactly(5L, 7L);
    assertThat(content.notices()).containsExactly("titles_skipped");
  }

  @Test
  void namesColumnsThatHaveNoneOrTheSame() throws IOException {
    Content content = read("a,,A,a\nx,y,z,w\n");

    assertThat(content.names()).containsExactly("a", "columna_2", "A_2", "a_3");
    assertThat(content.notices()).containsExactly("column_without_name");
  }

  @Test
  void doesWithoutAHead() throws IOException {
    Content content = read("010101,5.5\n010102,6.5\n");

    assertThat(content.names()).containsExactly("columna_1", "columna_2");
    assertThat(content.rows()).hasSize(2);
    assertThat(content.notices()).containsExactly("head_missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          1,234.5 ! 12 ! 1234.5
          1.234,5 ! 12 ! 1234.5
          1,234,567 ! 0.5 ! 1234567
          1.234.567 ! 0,5 ! 1234567
          1 234,5 ! 3 ! 1234.5
          12.5 ! 1,234 ! 12.5
          12,5 ! 1.234 ! 12.5
          -3,25 ! 7 ! -3.25
          .5 ! 7 ! 0.5
          1e3 ! 0.5 ! 1000
          """)
  void readsNumbersInTheStyleOfTheirColumn(String first, String second, double value)
      throws IOException {
    Content content = read("a\tb\n" + first.strip() + "\tx\n" + second.strip() + "\ty\n");

    assertThat(content.types().get(0)).isEqualTo(ColumnType.DECIMAL);
    assertThat(content.column(0).get(0)).isEqualTo(value);
  }

  @Test
  void keepsWholeNumbersWithThousandsWhole() throws IOException {
    Content content = read("a\tb\n12,200\t0.5\n5,200\t1.5\n900\t2.5\n");

    assertThat(content.column(0)).containsExactly(12200L, 5200L, 900L);
    assertThat(content.notices()).containsExactly("numbers_read_as_elsewhere");
  }

  @Test
  void guessesNothingWhereTheMarkCouldBeEither() throws IOException {
    Content content = read("a\tb\n12,200\tx\n5,200\ty\n");

    assertThat(content.types()).containsExactly(ColumnType.TEXT, ColumnType.TEXT);
    assertThat(content.column(0)).containsExactly("12,200", "5,200");
    assertThat(content.notices()).containsExactly("numbers_ambiguous");
  }

  @Test
  void leavesMixedMarksAsText() throws IOException {
    Content content = read("a\tb\n1,5\tx\n1.5\ty\n");

    assertThat(content.types().get(0)).isEqualTo(ColumnType.TEXT);
    assertThat(content.notices()).containsExactly("numbers_mixed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          010101 ! 150101 ! TEXT
          10101 ! 150101 ! INTEGER
          1234567890123456789 ! 1 ! TEXT
          2024-12-31 ! 2024-01-01 ! DATE
          31/12/2024 ! 01/02/2024 ! DATE
          12/31/2024 ! 01/02/2024 ! DATE
          31/12/2024 ! 12/31/2024 ! TEXT
          2024-12-31T08:30:00 ! 2024-12-31 09:00 ! DATE_TIME
          true ! FALSO ! BOOLEAN
          12 ! n.d. ! TEXT
          """)
  void findsTypesThatHoldForAllValues(String first, String second, ColumnType type)
      throws IOException {
    Content content = read("a\tb\n" + first.strip() + "\tx\n\ty\n" + second.strip() + "\tz\n");

    assertThat(content.types().get(0)).isEqualTo(type);
    assertThat(content.column(0).get(1)).isNull();
    assertThat(content.rows()).allMatch(row -> row.flaws().isEmpty());
  }

  @Test
  void tellsThatDatesWereReadDayFirst() throws IOException {
    Content content = read("a\tb\n03/02/2024\tx\n");

    assertThat(content.column(0)).containsExactly(LocalDate.of(2024, 2, 3));
    assertThat(content.notices()).containsExactly("dates_day_first");
  }

  @Test
  void readsGeometryFromWkt() throws IOException, ParseException {
    Content content = read("code;wkt\n1;POINT Z (-76 -8 3)\n2;POLYGON ((1 2\n3;\n");

    assertThat(content.names()).containsExactly("code");
    assertThat(content.rows().get(0).geometry()).contains(wkt("POINT (-76 -8)"));
    assertThat(content.rows().get(1).flaws())
        .singleElement()
        .isInstanceOf(RowFlaw.UnreadableGeometry.class)
        .extracting(RowFlaw::place)
        .isEqualTo("línea 3, columna 2");
    assertThat(content.rows().get(2).geometry()).isEmpty();
  }

  @Test
  void readsGeometryFromCoordinates() throws IOException, ParseException {
    Content degrees = read("Longitud,Latitud\n-76.5,-8.25\n,-8\n");
    Content metres = read("este,norte\n400000.5,9000000.5\n");

    assertThat(degrees.table().geometry()).contains(GeometryColumn.lonLat(GeometryType.POINT));
    assertThat(degrees.rows().get(0).geometry()).contains(wkt("POINT (-76.5 -8.25)"));
    assertThat(degrees.rows().get(1).geometry()).isEmpty();
    assertThat(metres.table().geometry().orElseThrow().crs()).isEmpty();
  }

  @Test
  void readsManyRowsWithAQuotedLineEndInOne() throws IOException {
    Content content = read("a,b\n1,\"x\ny\"\n2,z\n");

    assertThat(content.column(1)).containsExactly("x\ny", "z");
    assertThat(content.rows()).extracting(Row::number).containsExactly(2L, 4L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void roundTrips(boolean forExcel) throws ParseException {
    Table table =
        new Table(
            "x",
            List.of(
                new Column("ubigeo", ColumnType.TEXT),
                new Column("nombre, \"largo\"", ColumnType.TEXT),
                new Column("n", ColumnType.INTEGER),
                new Column("ha", ColumnType.DECIMAL),
                new Column("sí", ColumnType.BOOLEAN),
                new Column("día", ColumnType.DATE),
                new Column("hora", ColumnType.DATE_TIME)),
            Optional.of(GeometryColumn.lonLat(GeometryType.POLYGON)));
    Optional<Geometry> shape =
        Optional.of(wkt("POLYGON ((-76.123456 -8, -75 -8, -75 -9, -76.123456 -8))"));
    List<Row> rows =
        List.of(
            Row.of(
                2,
                shape,
                "010101",
                "Áncash; ñandú\n2",
                -5L,
                1.234,
                true,
                LocalDate.of(2024, 2, 29),
                LocalDateTime.of(2024, 2, 29, 23, 59, 1)),
            Row.of(4, Optional.empty(), null, null, null, null, null, null, null),
            Row.of(
                4,
                shape,
                "000000",
                "x",
                0L,
                -0.1,
                false,
                LocalDate.of(1960, 1, 1),
                LocalDateTime.of(1960, 1, 1, 0, 0)));
    CsvFormat format = forExcel ? CsvFormat.FOR_EXCEL : CsvFormat.STANDARD;
    Path file = write(format, table, rows);

    Content content = read(file);

    assertThat(content.table().columns()).isEqualTo(table.columns());
    assertThat(content.rows()).hasSize(2);
    assertThat(content.rows().get(0).values()).isEqualTo(rows.get(0).values());
    assertThat(content.rows().get(1).values()).isEqualTo(rows.get(2).values());
    assertThat(content.rows().get(0).geometry()).isEqualTo(shape);
    assertThat(content.notices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+51 999", "-x", "@SUM(A1)", "'=x", "it's"})
  void guardsFormulasForExcelOnly(String text) throws IOException {
    Table table = new Table("x", List.of(new Column("a", ColumnType.TEXT)), Optional.empty());
    List<Row> rows = List.of(Row.of(2, Optional.empty(), text));

    Path guarded = write(CsvFormat.FOR_EXCEL, table, rows);
    assertThat(Files.readString(guarded)).startsWith("\uFEFFa\r\n").doesNotContain("\n=", "\n@");
    assertThat(read(guarded).column(0)).containsExactly(text);
    assertThat(Files.readString(write(CsvFormat.STANDARD, table, rows))).contains("\n" + text);
  }

  @Test
  void leavesNothingWhenItWasNotFinished() {
    Table table = new Table("x", List.of(new Column("a", ColumnType.TEXT)), Optional.empty());
    Path file = folder.resolve("half.csv");
    try (TableWriter writer = CsvFormat.STANDARD.write(file, table, WriteOptions.NONE)) {
      writer.write(Row.of(1, Optional.empty(), "x"));
    }

    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"'', csv_empty", "'\n\n ;;\n', csv_empty", "a\0b, csv_is_binary"})
  void refusesWhatIsNoTable(String content, String code) throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, content);

    assertRefused(file, code);
  }

  @Test
  void refusesAQuoteThatIsNeverClosed() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, "a,b\n1,\"x\n" + "y".repeat(70 << 20));

    assertRefused(file, "file_broken");
  }

  @Test
  void refusesAMissingFile() {
    assertRefused(folder.resolve("nowhere.csv"), "file_unreadable");
  }

  private void assertRefused(Path file, String code) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.explanation().es()).isNotEqualTo(e.explanation().en());
            });
  }

  private Path write(CsvFormat format, Table table, List<Row> rows) {
    Path file = folder.resolve(format.id() + ".csv");
    try (TableWriter writer = format.write(file, table, WriteOptions.NONE)) {
      rows.forEach(writer::write);
      writer.finish();
    }
    return file;
  }

  private Content read(String text) throws IOException {
    Path file = folder.resolve("file.csv");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return read(file);
  }

  private static Content read(Path file) {
    try (TableReader reader = CsvFormat.STANDARD.read(file, ReadOptions.NONE)) {
      List<Row> rows = new ArrayList<>();
      reader.forEachRemaining(rows::add);
      return new Content(
          reader.table(), rows, reader.notices().stream().map(Notice::code).toList());
    }
  }

  private static Geometry wkt(String text) throws ParseException {
    return new WKTReader().read(text);
  }
}
