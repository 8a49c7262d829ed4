package org.yunga.geodata.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.format.Gdal;
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

class XlsxFormatTest {

  private static final XlsxFormat FORMAT = new XlsxFormat();
  private static final Table EVERYTHING =
      new Table(
          "x",
          List.of(
              new Column("ubigeo", ColumnType.TEXT),
              new Column("n", ColumnType.INTEGER),
              new Column("ha", ColumnType.DECIMAL),
              new Column("sí", ColumnType.BOOLEAN),
              new Column("día", ColumnType.DATE),
              new Column("hora", ColumnType.DATE_TIME)),
          Optional.of(GeometryColumn.lonLat(GeometryType.POINT)));

  @TempDir Path folder;

  /** All that a sheet gives. */
  private record Content(Table table, List<Row> rows, List<String> notices) {
    List<ColumnType> types() {
      return table.columns().stream().map(Column::type).toList();
    }

    List<Object> column(int index) {
      List<Object> values = new ArrayList<>();
      rows.forEach(row -> values.add(row.values().get(index)));
      return values;
    }
  }

  @Test
  void readsATableBelowMergedTitlesWithEmptyRowsAndColumns() {
    Content content =
        read(
            sheet -> {
              sheet.value(0, 1, "DEVIDA");
              sheet.range(0, 1, 0, 4).merge();
              sheet.value(1, 1, "Titulación 2015");
              cells(sheet, 3, null, "Región", 2015, "Meta");
              cells(sheet, 4, null, "Puno", 900, 1.5);
              cells(sheet, 6, null, "Pasco", 800, 2.5);
              cells(sheet, 9, null, null, null, " ");
            });

    assertThat(content.table().columns())
        .extracting(Column::name)
        .containsExactly("Región", "2015", "Meta");
    assertThat(content.rows()).extracting(Row::number).containsExactly(5L, 7L);
    assertThat(content.column(1)).containsExactly(900L, 800L);
    assertThat(content.notices()).containsExactly("titles_skipped");
  }

  @Test
  void readsNumbersThatAreKeptAsText() {
    Content content =
        read(
            sheet -> {
              cells(sheet, 0, "a", "b");
              cells(sheet, 1, "1,234.5", "010101");
              cells(sheet, 2, 12.5, 150101);
            });

    assertThat(content.column(0)).containsExactly(1234.5, 12.5);
    assertThat(content.column(1)).containsExactly("010101", "150101");
    assertThat(content.notices()).containsExactly("numbers_as_text");
  }

  @Test
  void takesNumbersAsTheirFormatShowsThem() {
    Content content =
        read(
            sheet -> {
              cells(sheet, 0, "fecha", "hora", "ubigeo", "parte", "soles");
              cells(sheet, 1, 45657, 45657.5, 10101, 0.125, 1500);
              sheet.style(1, 0).format("dd/mm/yyyy").set();
              sheet.style(1, 1).format("d/m/yy h:mm").set();
              sheet.style(1, 2).format("000000").set();
              sheet.style(1, 3).format("0.0%").set();
              sheet.style(1, 4).format("\"dy\" [Red]#,##0").set();
            });

    assertThat(content.rows().get(0).values())
        .containsExactly(
            LocalDate.of(2024, 12, 31),
            LocalDateTime.of(2024, 12, 31, 12, 0),
            "010101",
            0.125,
            1500L);
    assertThat(content.notices()).containsExactly("percentages");
  }

  @Test
  void readsWhatAFormulaLastGaveAndTellsAnError() {
    Path file = workbook(sheet -> cells(sheet, 0, "a", "b", "c"));
    replaceSheet(
        file,
        "<row r=\"2\"><c r=\"A2\"><f>SUM(1,2)</f><v>3</v></c>"
            + "<c r=\"B2\" t=\"str\"><f>A1&amp;\"\"</f><v>x</v></c>"
            + "<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");

    Content content = read(file, ReadOptions.NONE);

    assertThat(content.rows().get(0).values()).containsExactly(3L, "x", null);
    assertThat(content.rows().get(0).flaws())
        .singleElement()
        .isInstanceOfSatisfying(
            RowFlaw.UnreadableValue.class,
            flaw -> {
              assertThat(flaw.place()).isEqualTo("hoja Hoja1, celda C2");
              assertThat(flaw.given()).isEqualTo("#DIV/0!");
            });
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookSaysSo() {
    Path file =
        workbook(
            sheet -> {
              cells(sheet, 0, "día", "x");
              cells(sheet, 1, 0, "x");
              sheet.style(1, 0).format("yyyy-mm-dd").set();
            });
    edit(
        file,
        "xl/workbook.xml",
        text -> text.replaceFirst("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));

    assertThat(read(file, ReadOptions.NONE).column(0)).containsExactly(LocalDate.of(1904, 1, 1));
  }

  @Test
  void knowsTheDayThatExcelBelievesIn() {
    Content content =
        read(
            sheet -> {
              cells(sheet, 0, "día");
              cells(sheet, 1, 1);
              cells(sheet, 2, 61);
              sheet.range(1, 0, 2, 0).style().format("yyyy-mm-dd").set();
            });

    assertThat(content.column(0))
        .containsExactly(LocalDate.of(1900, 1, 1), LocalDate.of(1900, 3, 1));
  }

  @Test
  void takesTheFirstSheetWithSomethingInItAndTellsHiddenOnes() throws IOException {
    Path file = folder.resolve("several.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", null)) {
      workbook.newWorksheet("vacía");
      Worksheet hidden = workbook.newWorksheet("oculta");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
      cells(hidden, 0, "secreto");
      cells(workbook.newWorksheet("Año 2015"), 0, "a", "b");
      workbook.finish();
    }

    Content content = read(file, ReadOptions.NONE);

    assertThat(FORMAT.layers(file)).containsExactly("vacía", "oculta", "Año 2015");
    assertThat(content.table().name()).isEqualTo("Año 2015");
    assertThat(content.notices()).containsExactly("hidden_sheets");
    assertThat(read(file, ReadOptions.NONE.withLayer("oculta")).table().columns())
        .extracting(Column::name)
        .containsExactly("secreto");
    assertRefused(file, ReadOptions.NONE.withLayer("2016"), "layer_unknown");
    assertRefused(file, ReadOptions.NONE.withLayer("vacía"), "sheet_empty");
  }

  @Test
  void roundTripsAndIsReadByGdal() throws ParseException {
    Optional<Geometry> point = Optional.of(new WKTReader().read("POINT (-76.123456 -8.5)"));
    List<Row> rows =
        List.of(
            Row.of(
                2,
                point,
                "010101",
                -5L,
                2.0,
                true,
                LocalDate.of(2024, 2, 29),
                LocalDateTime.of(2024, 2, 29, 23, 59, 1)),
            Row.of(3, Optional.empty(), "=1+1", null, null, null, null, null),
            Row.of(
                4,
                point,
                "Ñandú <&>",
                0L,
                1.234,
                false,
                LocalDate.of(1960, 1, 1),
                LocalDateTime.of(1960, 1, 1, 6, 0)));
    Path file = folder.resolve("datos.xlsx");
    try (TableWriter writer =
        FORMAT.write(
            file, EVERYTHING, WriteOptions.titled("Coca", "Fuente: DEVIDA\nLicencia: x"))) {
      rows.forEach(writer::write);
      writer.finish();
    }

    Content content = read(file, ReadOptions.NONE);

    assertThat(FORMAT.layers(file)).containsExactly("datos", "diccionario", "fuentes");
    assertThat(content.table().columns()).isEqualTo(EVERYTHING.columns());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(content.rows().get(i).values()).isEqualTo(rows.get(i).values());
      assertThat(content.rows().get(i).geometry()).isEqualTo(rows.get(i).geometry());
    }
    assertThat(content.notices()).isEmpty();
    Gdal.require();
    assertThat(Gdal.run("ogrinfo", "-ro", "-al", file.toString()))
        .contains(
            "Layer name: datos",
            "ubigeo (String) = 010101",
            "ubigeo (String) = =1+1",
            "diccionario");
  }

  @Test
  void writesMoreRowsThanItHolds() {
    Table table = new Table("x", List.of(new Column("n", ColumnType.INTEGER)), Optional.empty());
    Path file = folder.resolve("many.xlsx");
    try (TableWriter writer = FORMAT.write(file, table, WriteOptions.NONE)) {
      for (long i = 0; i < 2500; i++) {
        writer.write(Row.of(i, Optional.empty(), i));
      }
      writer.finish();
    }

    assertThat(read(file, ReadOptions.NONE).column(0)).hasSize(2500).endsWith(2499L);
  }

  @Test
  void cutsTextsThatExcelDoesNotHoldAndTells() {
    Table table = new Table("x", List.of(new Column("t", ColumnType.TEXT)), Optional.empty());
    Path file = folder.resolve("long.xlsx");
    try (TableWriter writer = FORMAT.write(file, table, WriteOptions.NONE)) {
      writer.write(Row.of(2, Optional.empty(), "x".repeat(40_000)));
      writer.finish();
      assertThat(writer.notices()).extracting(Notice::code).containsExactly("text_cut");
    }

    assertThat((String) read(file, ReadOptions.NONE).column(0).get(0)).hasSize(32_767);
  }

  @ParameterizedTest
  @CsvSource({
    "text.xlsx, hello, workbook_not_one",
    "empty.xlsx, '', workbook_not_one",
    "page.xls, <html></html>, workbook_is_web_page"
  })
  void refusesWhatIsNoWorkbook(String name, String content, String code) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);

    assertRefused(file, ReadOptions.NONE, code);
  }

  @Test
  void refusesAnOldOrLockedWorkbook() throws IOException {
    Path file = folder.resolve("old.xls");
    Files.write(file, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(file, ReadOptions.NONE, "excel_old_or_locked");
  }

  @Test
  void refusesAZipWithoutWorkbook() throws IOException {
    Path file = zip("other.xlsx", "readme.txt", 1);

    assertRefused(file, ReadOptions.NONE, "zip_without_workbook");
  }

  @Test
  void refusesAWorkbookThatUnpacksToFarTooMuch() throws IOException {
    Path file = zip("bomb.xlsx", "xl/workbook.xml", 100 << 20);

    assertRefused(file, ReadOptions.NONE, "file_too_large");
  }

  /** The reader takes texts from wherever the list of content types says that they are. */
  @ParameterizedTest
  @CsvSource({
    "sharedStrings, file_too_large",
    "styles,        file_too_large",
    "worksheet,     file_broken",
  })
  void refusesMoreTextsThanMemoryHoldsWhateverTheirPartIsCalled(String type, String code)
      throws IOException {
    Path file = folder.resolve("texts.xlsx");
    byte[] megabyte = new byte[1 << 20];
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setLevel(Deflater.BEST_SPEED);
      out.putNextEntry(new ZipEntry("[Content_Types].xml"));
      out.write(
          ("<Types><Override PartName=\"/Words.xml\" ContentType=\"application/vnd."
                  + "openxmlformats-officedocument.spreadsheetml."
                  + type
                  + "+xml\"/></Types>")
              .getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("xl/workbook.xml"));
      out.putNextEntry(new ZipEntry("words.xml"));
      for (int written = 0; written <= 256; written++) {
        out.write(megabyte);
      }
      out.putNextEntry(new ZipEntry("noise"));
      new Random(1).nextBytes(megabyte);
      out.write(megabyte);
    }

    assertRefused(file, ReadOptions.NONE, code);
  }

  @Test
  void refusesAWorkbookWithTwoPartsOfOneName() throws IOException {
    Path file = workbook(sheet -> cells(sheet, 0, "a", "b"));
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.copy(zip.getPath("xl/sharedStrings.xml"), zip.getPath("xl/SHAREDSTRINGS.xml"));
    }

    assertRefused(file, ReadOptions.NONE, "file_broken");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.7, 0.99})
  void refusesAWorkbookThatIsCutShort(double share) throws IOException {
    Path file = workbook(sheet -> cells(sheet, 0, "a", "b"));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));

    assertRefused(file, ReadOptions.NONE, "file_broken");
  }

  @Test
  void refusesASheetThatIsNoXml() {
    Path file = workbook(sheet -> cells(sheet, 0, "a", "b"));
    edit(file, "xl/worksheets/sheet1.xml", text -> text.substring(0, text.length() / 2));

    assertRefused(file, ReadOptions.NONE, "file_broken");
  }

  @Test
  void doesNotFollowEntities() {
    Path file = workbook(sheet -> cells(sheet, 0, "a", "b"));
    edit(
        file,
        "xl/worksheets/sheet1.xml",
        text ->
            text.replaceFirst(
                    "\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")
                .replaceFirst(
                    "</sheetData>",
                    "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>&e;</v></c></row></sheetData>"));

    assertRefused(file, ReadOptions.NONE, "file_broken");
  }

  private void assertRefused(Path file, ReadOptions options, String code) {
    assertThatThrownBy(() -> read(file, options))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.explanation().es()).isNotEqualTo(e.explanation().en());
            });
  }

  private Content read(Consumer<Worksheet> content) {
    return read(workbook(content), ReadOptions.NONE);
  }

  private static Content read(Path file, ReadOptions options) {
    try (TableReader reader = FORMAT.read(file, options)) {
      List<Row> rows = new ArrayList<>();
      reader.forEachRemaining(rows::add);
      return new Content(
          reader.table(), rows, reader.notices().stream().map(Notice::code).toList());
    }
  }

  private Path workbook(Consumer<Worksheet> content) {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", null)) {
      content.accept(workbook.newWorksheet("Hoja1"));
      workbook.finish();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  private static void cells(Worksheet sheet, int row, Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        sheet.value(row, i, text);
      } else if (values[i] instanceof Number number) {
        sheet.value(row, i, number);
      }
    }
  }

  private void replaceSheet(Path file, String rows) {
    edit(
        file,
        "xl/worksheets/sheet1.xml",
        text -> text.replaceFirst("</sheetData>", rows + "</sheetData>"));
  }

  /** Changes one part of a workbook. */
  private void edit(Path file, String part, java.util.function.UnaryOperator<String> change) {
    try {
      Path other = folder.resolve("other.zip");
      try (var in = new java.util.zip.ZipFile(file.toFile());
          var out = new ZipOutputStream(Files.newOutputStream(other))) {
        for (var entry : java.util.Collections.list(in.entries())) {
          String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          out.putNextEntry(new ZipEntry(entry.getName()));
          String changed = entry.getName().equals(part) ? change.apply(text) : text;
          out.write(changed.getBytes(StandardCharsets.UTF_8));
        }
      }
      Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path zip(String name, String entry, int zeros) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(entry));
      byte[] block = new byte[1 << 16];
      for (int written = 0; written < zeros; written += block.length) {
        out.write(block, 0, Math.min(block.length, zeros - written));
      }
    }
    return file;
  }
}
