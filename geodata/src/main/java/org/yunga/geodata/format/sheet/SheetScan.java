package org.yunga.geodata.format.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Shown;
import org.yunga.geodata.table.Table;

/** Reads a sheet once to learn its head, its columns and where its rows lie. */
final class SheetScan {

  private final Sheet sheet;
  private final Notices notices;
  private final List<ColumnScan> scans = new ArrayList<>();
  private HeadFinder.Found found;
  private long rows;

  SheetScan(Sheet sheet, Notices notices) {
    this.sheet = sheet;
    this.notices = notices;
  }

  /**
   * What was learned.
   *
   * @param table the head
   * @param plans one for each column of the table
   * @param place where geometries come from
   * @param firstData number of the first row of data
   * @param titles texts above the head
   */
  record Result(
      Table table,
      List<ColumnPlan> plans,
      PlaceColumns place,
      long firstData,
      List<String> titles) {}

  Result scan() {
    List<RawRow> first = new ArrayList<>();
    try (Sheet.Rows reader = sheet.open()) {
      for (RawRow row = reader.next(); row != null && first.size() < HeadFinder.ROWS; ) {
        if (row.filled() > 0) {
          first.add(row);
        }
        row = first.size() < HeadFinder.ROWS ? reader.next() : row;
      }
      found = HeadFinder.find(first);
      first.forEach(this::add);
      for (RawRow row = reader.next(); row != null; row = reader.next()) {
        add(row);
      }
    }
    tellTitles();
    return result();
  }

  private void add(RawRow row) {
    if (row.number() < found.firstData() || row.filled() == 0) {
      return;
    }
    rows++;
    for (int i = 0; i < row.cells().length; i++) {
      while (scans.size() <= i) {
        scans.add(new ColumnScan());
      }
      scans.get(i).add(row.cells()[i]);
    }
  }

  private Result result() {
    int headWidth = found.head() == null ? 0 : found.head().cells().length;
    int width = Math.max(scans.size(), headWidth);
    while (scans.size() < width) {
      scans.add(new ColumnScan());
    }
    List<String> names = HeadFinder.names(found.head(), width);
    NumberStyle usual = usualStyle();
    List<ColumnPlan> plans = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      boolean named = found.head() != null && found.head().cell(i) != null;
      if (named || !scans.get(i).isEmpty()) {
        plans.add(plan(i, names.get(i), usual));
        tellNameless(named, names.get(i));
      }
    }
    PlaceColumns place = PlaceColumns.find(plans, scans);
    List<ColumnPlan> kept = plans.stream().filter(plan -> !place.consumes(plan)).toList();
    List<Column> columns = kept.stream().map(ColumnPlan::column).toList();
    Table table = new Table(sheet.name(), columns, place.column(), OptionalLong.of(rows));
    return new Result(table, kept, place, found.firstData(), found.titles());
  }

  private void tellNameless(boolean named, String name) {
    if (!named && found.head() != null) {
      notices.add(
          "column_without_name",
          name,
          new Bilingual(
              "Una columna con datos no tiene nombre en la cabecera; se llamó «" + name + "».",
              "A column with data has no name in the head; it was named '" + name + "'."));
    }
  }

  private void tellTitles() {
    if (found.head() == null && rows > 0) {
      notices.add(
          "head_missing",
          "",
          new Bilingual(
              "No hay una fila de cabecera con los nombres de las columnas; se llamaron columna_1,"
                  + " columna_2... Añada la cabecera si la tiene.",
              "There is no head row with the names of the columns; they were named columna_1,"
                  + " columna_2... Add the head if you have it."));
    }
    if (!found.titles().isEmpty()) {
      String titles = String.join(" / ", found.titles());
      notices.add(
          "titles_skipped",
          "",
          new Bilingual(
              "Sobre la cabecera hay títulos, que no se leyeron como datos: " + titles,
              "Above the head there are titles, which were not read as data: " + titles));
    }
  }

  /** The style that all columns which show one agree on; else what the file suggests; else null. */
  private NumberStyle usualStyle() {
    NumberStyle usual = null;
    for (ColumnScan scan : scans) {
      NumberStyle sure = scan.isNumeric() ? scan.numbers().sure() : null;
      if (sure != null && usual != null && sure != usual) {
        return null;
      }
      usual = sure == null ? usual : sure;
    }
    return usual == null ? sheet.suggestedStyle() : usual;
  }

  private ColumnPlan plan(int index, String name, NumberStyle usual) {
    ColumnScan scan = scans.get(index);
    if (!scan.isNumeric()) {
      return other(index, name, scan);
    }
    NumberShape.Evidence evidence = scan.numbers();
    NumberStyle style = evidence.sure();
    if (evidence.contradictsItself()) {
      tell("numbers_mixed", name, scan, CONTRADICTION);
      return new ColumnPlan(index, new Column(name, ColumnType.TEXT), NumberStyle.POINT, null);
    }
    if (evidence.isAmbiguous()) {
      if (usual == null) {
        tell("numbers_ambiguous", name, scan, AMBIGUITY);
        return new ColumnPlan(index, new Column(name, ColumnType.TEXT), NumberStyle.POINT, null);
      }
      style = usual;
      tell(
          "numbers_read_as_elsewhere",
          name,
          scan,
          usual == NumberStyle.POINT ? AS_POINT : AS_COMMA);
    } else if (style == null) {
      style = NumberStyle.POINT;
    } else if (style == NumberStyle.COMMA) {
      tell("decimal_comma", name, scan, COMMA);
    }
    if (scan.hasRealNumbers() && scan.hasNumericTexts()) {
      tell("numbers_as_text", name, scan, AS_TEXT);
    }
    return new ColumnPlan(index, new Column(name, scan.numberType(style)), style, null);
  }

  private ColumnPlan other(int index, String name, ColumnScan scan) {
    ColumnType type = scan.otherType();
    if (type == ColumnType.DATE && scan.isDateAmbiguous()) {
      notices.add(
          "dates_day_first",
          name,
          new Bilingual(
              "Las fechas de «" + name + "» se leyeron como día/mes/año.",
              "The dates of '" + name + "' were read as day/month/year."));
    }
    return new ColumnPlan(index, new Column(name, type), NumberStyle.POINT, scan.dateStyle());
  }

  private void tell(String code, String name, ColumnScan scan, Bilingual what) {
    String examples = scan.examples().isEmpty() ? "" : " (" + Shown.of(scan.examples()) + ")";
    notices.add(
        code,
        name,
        new Bilingual(
            String.format(Locale.ROOT, "Columna «%s»%s: %s", name, examples, what.es()),
            String.format(Locale.ROOT, "Column '%s'%s: %s", name, examples, what.en())));
  }

  private static final Bilingual CONTRADICTION =
      new Bilingual(
          "unos números llevan coma decimal y otros punto decimal; se dejó como texto. Use uno solo.",
          "some numbers have a decimal comma and some a decimal point; it was left as text. Use one"
              + " of them.");
  private static final Bilingual AMBIGUITY =
      new Bilingual(
          "no se sabe si la marca separa miles o decimales; se dejó como texto. Escriba los números"
              + " sin separador de miles.",
          "whether the mark parts thousands or decimals is not known; it was left as text. Write the"
              + " numbers without a mark for thousands.");
  private static final Bilingual AS_POINT =
      new Bilingual(
          "la marca podría separar miles o decimales; se leyó como en el resto del archivo: punto"
              + " decimal, coma de miles. Compruébelo.",
          "the mark could part thousands or decimals; it was read as in the rest of the file: point"
              + " for decimals, comma for thousands. Check it.");
  private static final Bilingual AS_COMMA =
      new Bilingual(
          "la marca podría separar miles o decimales; se leyó como en el resto del archivo: coma"
              + " decimal, punto de miles. Compruébelo.",
          "the mark could part thousands or decimals; it was read as in the rest of the file: comma"
              + " for decimals, point for thousands. Check it.");
  private static final Bilingual COMMA =
      new Bilingual(
          "los números llevan coma decimal, y así se leyeron.",
          "the numbers have a decimal comma, and were read so.");
  private static final Bilingual AS_TEXT =
      new Bilingual(
          "algunos números están guardados como texto; se leyeron como números.",
          "some numbers are kept as text; they were read as numbers.");
}
