package org.yunga.geodata.format.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.format.support.Notices;
import org.yunga.geodata.format.support.Stem;
import org.yunga.geodata.read.GeoJsonFeature;
import org.yunga.geodata.read.GeoJsonFlaw;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableReader;

/** Features as rows of the columns that the first pass found. */
final class JsonTableReader implements TableReader {

  private final Features features;
  private final boolean idIsColumn;
  private final Notices notices = new Notices();
  private final Table table;
  private GeoJsonFeature next;

  JsonTableReader(Path file, Schema schema, Features features) {
    this.features = features;
    this.idIsColumn = schema.idIsColumn();
    try {
      next = features.next();
    } catch (RuntimeException e) {
      features.close();
      throw e;
    }
    String crs = features.crs().orElse(GeometryColumn.LON_LAT);
    table =
        new Table(
            Stem.of(file),
            schema.columns(),
            Optional.of(new GeometryColumn(schema.geometryType(), Optional.of(crs))),
            OptionalLong.of(schema.features()));
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
    Row row = row(next);
    next = features.next();
    return row;
  }

  private Row row(GeoJsonFeature feature) {
    List<RowFlaw> flaws = new ArrayList<>(0);
    feature.flaws().forEach(flaw -> told(flaw, flaws));
    List<Column> columns = table.columns();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          idIsColumn && i == 0 ? feature.id().orElse(null) : value(feature, columns.get(i), flaws);
    }
    return new Row(
        feature.index() + 1L,
        feature.geometry(),
        Collections.unmodifiableList(Arrays.asList(values)),
        flaws);
  }

  private void told(GeoJsonFlaw flaw, List<RowFlaw> flaws) {
    if (flaw instanceof GeoJsonFlaw.ExtraOrdinates) {
      notices.add(Notice.extraOrdinates());
    } else if (flaw instanceof GeoJsonFlaw.NotAFeature whole) {
      flaws.add(new RowFlaw.UnreadableRow(flaw.place(), whole.given(), flaw.explanation()));
    } else if (flaw.isRepaired()) {
      flaws.add(new RowFlaw.RepairedGeometry(flaw.place(), flaw.explanation()));
    } else {
      flaws.add(new RowFlaw.UnreadableGeometry(flaw.place(), "", flaw.explanation()));
    }
  }

  private static Object value(GeoJsonFeature feature, Column column, List<RowFlaw> flaws) {
    JsonNode node = feature.properties().json(column.name());
    if (node == null || node.isNull()) {
      return null;
    }
    Object value =
        switch (column.type()) {
          case TEXT -> node.isValueNode() ? node.asText() : node.toString();
          case INTEGER -> node.isIntegralNumber() ? node.longValue() : null;
          case DECIMAL ->
              node.isNumber() && Double.isFinite(node.doubleValue()) ? node.doubleValue() : null;
          case BOOLEAN -> node.isBoolean() ? node.booleanValue() : null;
          case DATE -> Dates.date(node.asText()).orElse(null);
          case DATE_TIME -> Dates.dateTime(node.asText()).orElse(null);
        };
    if (value == null) {
      flaws.add(
          new RowFlaw.UnreadableValue(
              "feature " + (feature.index() + 1), column.name(), node.asText(), column.type()));
    }
    return value;
  }

  @Override
  public void close() {
    features.close();
  }
}
