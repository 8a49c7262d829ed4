package org.yunga.core.store.postgis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.yunga.core.store.sql.GeometryBlob;
import org.yunga.core.store.sql.NewRows;

/**
 * Rows by {@code COPY ... (FORMAT BINARY)}: three to four times faster than inserts. Columns are
 * TEXT, BIGINT, DOUBLE PRECISION, BYTEA or geometry, as the values say.
 *
 * <p>Format: PostgreSQL manual, COPY, "Binary Format"; geometries as EWKB.
 */
final class BinaryCopy implements NewRows {

  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  private static final int PORTION = 1 << 18;

  /** Bit of the type in EWKB that says that an SRID follows. */
  private static final int HAS_SRID = 0x20000000;

  private final CopyIn copy;
  private final ByteArrayOutputStream portion = new ByteArrayOutputStream(PORTION * 2);
  private final DataOutputStream out = new DataOutputStream(portion);
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, false);

  BinaryCopy(Connection connection, String table, String columns) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY %s (%s) FROM STDIN (FORMAT BINARY)".formatted(table, columns));
    try {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void add(Object... values) throws SQLException {
    try {
      out.writeShort(values.length);
      for (Object value : values) {
        write(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (portion.size() >= PORTION) {
      send();
    }
  }

  private void write(Object value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
    } else if (value instanceof Double number) {
      out.writeInt(Double.BYTES);
      out.writeDouble(number);
    } else if (value instanceof Number number) {
      out.writeInt(Long.BYTES);
      out.writeLong(number.longValue());
    } else if (value instanceof Geometry geometry) {
      write(ewkb(geometry));
    } else if (value instanceof byte[] bytes) {
      write(bytes);
    } else {
      write(value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void write(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Puts the SRID into the head; geometries without one are in longitude and latitude. */
  private byte[] ewkb(Geometry geometry) {
    byte[] plain = wkb.write(geometry);
    int srid = geometry.getSRID() == 0 ? GeometryBlob.SRS_ID : geometry.getSRID();
    ByteBuffer buffer =
        ByteBuffer.allocate(plain.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int type = ByteBuffer.wrap(plain, 1, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return buffer
        .put(plain[0])
        .putInt(type | HAS_SRID)
        .putInt(srid)
        .put(plain, 1 + Integer.BYTES, plain.length - 1 - Integer.BYTES)
        .array();
  }

  private void send() throws SQLException {
    byte[] bytes = portion.toByteArray();
    copy.writeToCopy(bytes, 0, bytes.length);
    portion.reset();
  }

  @Override
  public void done() throws SQLException {
    try {
      out.writeShort(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    send();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
