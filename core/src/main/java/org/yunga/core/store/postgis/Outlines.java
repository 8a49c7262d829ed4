package org.yunga.core.store.postgis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.yunga.core.store.sql.NewRows;
import org.yunga.core.store.sql.Sql;

/**
 * A list of outlines to ask with, kept in the database under the hash of all of them.
 *
 * @param metres the outlines
 * @param wkb the same as bytes
 * @param sha256 hash of all
 */
record Outlines(List<Geometry> metres, List<byte[]> wkb, String sha256) {

  /** Older lists go when there are more. */
  private static final int KEPT = 200;

  static Outlines of(List<Geometry> metres) {
    WKBWriter writer = new WKBWriter();
    List<byte[]> wkb = new ArrayList<>();
    MessageDigest digest = newDigest();
    for (Geometry outline : metres) {
      byte[] bytes = writer.write(outline);
      digest.update(bytes);
      wkb.add(bytes);
    }
    return new Outlines(List.copyOf(metres), wkb, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has it", e);
    }
  }

  /** The number under which this list is kept; empty when it is not, or not here yet. */
  OptionalLong find(Connection connection) throws SQLException {
    return Sql.query(
            connection,
            "SELECT number FROM outline_list WHERE sha256 = ?",
            row -> row.getLong(1),
            sha256)
        .stream()
        .mapToLong(number -> number)
        .findFirst();
  }

  /** Makes it ready and keeps it. The caller holds the transaction and the lock of writers. */
  void keep(Connection connection) throws SQLException {
    if (find(connection).isPresent()) {
      return; // another node was faster
    }
    long list =
        Sql.query(
                connection,
                "INSERT INTO outline_list (sha256) VALUES (?) RETURNING number",
                row -> row.getLong(1),
                sha256)
            .get(0);
    try (NewRows rows = new BinaryCopy(connection, "outline", "list, place, geom")) {
      for (int place = 1; place <= metres.size(); place++) {
        Geometry outline = metres.get(place - 1).copy();
        outline.setSRID(PlotTable.FRAME);
        rows.add(list, place, outline);
      }
      rows.done();
    }
    // in an order that spreads the heavy ones over workers
    Sql.execute(
        connection,
        "INSERT INTO outline_piece (list, place, geom) SELECT list, place,"
            + (" ST_Subdivide(geom, " + TotalsSql.PIECE + ") FROM outline WHERE list = ?")
            + " ORDER BY md5(place::text)",
        list);
    Sql.execute(
        connection,
        "INSERT INTO outline_border (list, piece, geom) SELECT list, b.* FROM outline_piece, LATERAL ("
            + TotalsSql.BORDERS
            + ") AS b WHERE list = ?",
        list);
    Sql.execute(connection, "DELETE FROM outline_list WHERE number <= ?", list - KEPT);
    for (String table : List.of("outline", "outline_piece", "outline_border")) {
      Sql.execute(connection, "ANALYZE " + table);
    }
  }

  /** Whether it is one outline that need not be cut into pieces. */
  boolean isSimple() {
    return metres.size() == 1 && metres.get(0).getNumPoints() <= TotalsSql.PIECE;
  }
}
