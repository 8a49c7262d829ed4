package org.yunga.geodata.format.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.yunga.geodata.format.support.Dates;
import org.yunga.geodata.format.support.Fitted;
import org.yunga.geodata.table.FileExceptions;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** Rows of one layer; index, metadata and style when they are all there. */
final class LayerWriter implements TableWriter {

  private static final int BATCH = 2000;

  private final Connection connection;
  private final Path target;
  private final LayerSchema schema;
  private final WriteOptions options;
  private final int srsId;
  private final PreparedStatement insert;
  private final Blob blob = new Blob();
  private final PackedIndex index = new PackedIndex();
  private final Envelope extent = new Envelope();
  private long rows;
  private boolean finished;

  private LayerWriter(
      Connection connection, Path target, LayerSchema schema, WriteOptions options, int srsId)
      throws SQLException {
    this.connection = connection;
    this.target = target;
    this.schema = schema;
    this.options = options;
    this.srsId = srsId;
    this.insert = connection.prepareStatement(schema.insert());
  }

  static LayerWriter begin(
      Connection connection, Path target, LayerSchema schema, WriteOptions options)
      throws SQLException {
    int srsId =
        schema.place().isEmpty()
            ? 0
            : SpatialReference.enter(connection, schema.place().get().crs());
    GeoPackageOutput.execute(connection, schema.create());
    return new LayerWriter(connection, target, schema, options, srsId);
  }

  @Override
  public void write(Row row) {
    try {
      rows++;
      insert.setLong(1, rows);
      int at = 2;
      if (schema.place().isPresent()) {
        geometry(at++, row.geometry(), schema.place().get().type());
      }
      List<Object> values = row.values();
      for (int i = 0; i < values.size(); i++) {
        value(at++, values.get(i));
      }
      insert.addBatch();
      if (rows % BATCH == 0) {
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw FileExceptions.unwritable(target, e);
    }
  }

  private void geometry(int at, Optional<Geometry> given, GeometryType type) throws SQLException {
    if (given.isEmpty()) {
      insert.setNull(at, Types.BLOB);
      return;
    }
    Geometry geometry = Fitted.to(type, given.get(), GeoPackageFormat.LABEL);
    insert.setBytes(at, blob.encode(geometry, srsId));
    if (!geometry.isEmpty()) {
      Envelope envelope = geometry.getEnvelopeInternal();
      extent.expandToInclude(envelope);
      index.add(rows, envelope);
    }
  }

  private void value(int at, Object value) throws SQLException {
    if (value == null) {
      insert.setNull(at, Types.NULL);
    } else if (value instanceof Long number) {
      insert.setLong(at, number);
    } else if (value instanceof Double number) {
      insert.setDouble(at, number);
    } else if (value instanceof Boolean bool) {
      insert.setInt(at, bool ? 1 : 0);
    } else if (value instanceof LocalDateTime time) {
      insert.setString(at, Dates.textWithMillis(time) + "Z");
    } else {
      insert.setString(at, value.toString());
    }
  }

  @Override
  public void finish() {
    if (finished) {
      return;
    }
    try {
      insert.executeBatch();
      describe();
      if (schema.place().isPresent()) {
        SpatialIndex.make(connection, schema, index);
        styles();
      }
      finished = true;
    } catch (SQLException e) {
      throw FileExceptions.unwritable(target, e);
    }
  }

  private void describe() throws SQLException {
    boolean located = schema.place().isPresent();
    boolean bounded = !extent.isNull();
    GeoPackageOutput.execute(
        connection,
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description,"
            + " last_change, min_x, min_y, max_x, max_y, srs_id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        schema.name(),
        located ? "features" : "attributes",
        options.title().isBlank() ? schema.name() : options.title() + " (" + schema.name() + ")",
        options.description(),
        Companions.moment(options),
        bounded ? extent.getMinX() : null,
        bounded ? extent.getMinY() : null,
        bounded ? extent.getMaxX() : null,
        bounded ? extent.getMaxY() : null,
        located ? srsId : 0);
    if (located) {
      GeoPackageOutput.execute(
          connection,
          "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
          schema.name(),
          schema.geometry(),
          schema.place().get().type().wktName(),
          srsId);
    }
    if (!options.description().isBlank()) {
      Companions.metadata(connection, schema, options);
    }
  }

  private void styles() throws SQLException {
    if (!options.styles().isEmpty()) {
      Companions.styles(connection, schema, options);
    }
  }

  boolean isFinished() {
    return finished;
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public void close() {
    try {
      insert.close();
    } catch (SQLException e) {
      throw FileExceptions.unwritable(target, e);
    }
  }
}
