package org.yunga.geodata.format.kml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.format.support.Fitted;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.format.support.Stem;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/**
 * Placemarks as rows. A first pass finds the columns; texts that are all dates become dates,
 * because the schemas of KML know no dates.
 */
final class KmlReader implements TableReader {

  private final Table table;
  private final Placemarks placemarks;
  private final Notices notices = new Notices();
  private Placemark next;
  private long number;

  private KmlReader(Table table, Placemarks placemarks) {
    this.table = table;
    this.placemarks = placemarks;
    this.next = placemarks.next();
  }

  static KmlReader open(Path file) {
    Table table = table(file);
    Placemarks placemarks = new Placemarks(file);
    try {
      return new KmlReader(table, placemarks);
    } catch (RuntimeException e) {
      placemarks.close();
      throw e;
    }
  }

  private static Table table(Path file) {
    Map<String, KmlColumn> columns = new LinkedHashMap<>();
    Set<GeometryType> geometries = new LinkedHashSet<>();
    long count = 0;
    try (Placemarks placemarks = new Placemarks(file)) {
      for (Placemark found = placemarks.next(); found != null; found = placemarks.next()) {
        count++;
        found.geometry().ifPresent(geometry -> geometries.add(Fitted.typeOf(geometry)));
        found
            .texts()
            .forEach((name, text) -> columns.computeIfAbsent(name, n -> new KmlColumn()).see(text));
      }
      List<Column> typed = new ArrayList<>();
      columns.forEach(
          (name, column) -> typed.add(new Column(name, column.type(placemarks.type(name)))));
      GeometryType type =
          geometries.size() == 1 ? geometries.iterator().next() : GeometryType.GEOMETRY;
      return new Table(
          Stem.of(file), typed, Optional.of(GeometryColumn.lonLat(type)), OptionalLong.of(count));
    }
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public List<Notice> notices() {
    return notices.all();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Placemark placemark = next;
    if (placemarks.hadHeights()) {
      notices.add(Notice.extraOrdinates());
    }
    next = placemarks.next();
    number++;
    List<RowFlaw> flaws = new ArrayList<>(0);
    if (placemark.bad() != null) {
      flaws.add(new RowFlaw.UnreadableGeometry(placemark.place(), "", placemark.bad().reason()));
    }
    Object[] values = new Object[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(placemark, table.columns().get(i), flaws);
    }
    return new Row(
        number, placemark.geometry(), Collections.unmodifiableList(Arrays.asList(values)), flaws);
  }

  private static Object value(Placemark placemark, Column column, List<RowFlaw> flaws) {
    String text = placemark.texts().get(column.name());
    if (text == null) {
      return null;
    }
    Object value = parsed(text, column.type());
    if (value == null) {
      flaws.add(new RowFlaw.UnreadableValue(placemark.place(), column.name(), text, column.type()));
    }
    return value;
  }

  private static Object parsed(String text, ColumnType type) {
    try {
      return switch (type) {
        case TEXT -> text;
        case INTEGER -> Long.valueOf(text);
        case DECIMAL -> {
          double number = Double.parseDouble(text);
          yield Double.isFinite(number) ? number : null;
        }
        case BOOLEAN ->
            text.equals("1") || text.equalsIgnoreCase("true")
                ? Boolean.TRUE
                : text.equals("0") || text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
        case DATE -> Dates.date(text).orElse(null);
        case DATE_TIME -> Dates.dateTime(text).orElse(null);
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public void close() {
    placemarks.close();
  }
}
