package org.yunga.geodata.format.geojson;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.format.support.PendingFile;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;
import org.yunga.geodata.write.GeoJsonWriter;

/** Rows as features, by the writer that answers over HTTP use too. */
final class JsonTableWriter implements TableWriter {

  private final PendingFile file;
  private final GeoJsonWriter writer;
  private final List<Column> columns;
  private final int idColumn;
  private boolean finished;

  private JsonTableWriter(PendingFile file, GeoJsonWriter writer, Table table) {
    this.file = file;
    this.writer = writer;
    this.columns = table.columns();
    this.idColumn = table.indexOf("id");
  }

  static JsonTableWriter collection(Path target, Table table, WriteOptions options) {
    return begin(
        target,
        table,
        out ->
            new GeoJsonWriter(out, GeoJsonWriter.FULL_DECIMALS, new Envelope(), members(options)));
  }

  /** Members beyond the standard (RFC 7946, section 6.1). */
  private static Map<String, String> members(WriteOptions options) {
    Map<String, String> members = new LinkedHashMap<>();
    if (!options.title().isBlank()) {
      members.put("title", options.title());
    }
    if (!options.description().isBlank()) {
      members.put("description", options.description());
    }
    return members;
  }

  static JsonTableWriter sequence(Path target, Table table) {
    return begin(target, table, GeoJsonWriter::sequence);
  }

  private interface Begin {
    GeoJsonWriter on(OutputStream out) throws IOException;
  }

  private static JsonTableWriter begin(Path target, Table table, Begin begin) {
    if (table.geometry().filter(place -> !place.isLonLat()).isPresent()) {
      throw FileExceptions.cannotHold(
          "GeoJSON",
          new Bilingual(
              "solo admite longitud y latitud WGS 84 (RFC 7946). Reproyecte los datos.",
              "it holds only longitude, latitude, WGS 84 (RFC 7946). Reproject the data."));
    }
    PendingFile file = new PendingFile(target);
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.path()), 1 << 16);
      return new JsonTableWriter(file, begin.on(out), table);
    } catch (IOException e) {
      file.close();
      throw FileExceptions.unwritable(target, e);
    }
  }

  @Override
  public void write(Row row) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      properties.put(columns.get(i).name(), json(row.values().get(i)));
    }
    Object id = idColumn < 0 ? null : row.values().get(idColumn);
    try {
      writer.feature(id == null ? null : id.toString(), row.geometry(), properties);
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    }
  }

  private static Object json(Object value) {
    if (value instanceof LocalDateTime time) {
      return Dates.text(time);
    }
    return value instanceof LocalDate ? value.toString() : value;
  }

  @Override
  public void finish() {
    if (!finished) {
      finished = true;
      try {
        writer.close();
      } catch (IOException e) {
        throw FileExceptions.unwritable(file.target(), e);
      }
      file.complete();
    }
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public void close() {
    try {
      if (!finished) {
        writer.close();
      }
    } catch (IOException e) {
      throw FileExceptions.unwritable(file.target(), e);
    } finally {
      file.close();
    }
  }
}
