package org.yunga.core.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotPacker;
import org.yunga.core.store.sql.GeometryBlob;
import org.yunga.core.store.sql.PlotPackTable;
import org.yunga.core.store.sql.Session;
import org.yunga.core.store.sql.Sql;

/** Plots as older stores kept them, one in a row, with its geometry as a blob. */
final class OldPlotRows {

  private OldPlotRows() {}

  /** Packs all of them, dataset by dataset. The caller holds the transaction. */
  static void pack(Session session) throws SQLException {
    Connection connection = session.connection();
    String datasets = "SELECT DISTINCT dataset FROM plot ORDER BY dataset";
    for (long dataset : Sql.query(connection, datasets, row -> row.getLong(1))) {
      PlotPackTable.write(session, dataset, packs(connection, dataset));
    }
  }

  private static List<PlotPack> packs(Connection connection, long dataset) throws SQLException {
    PlotPacker packer = new PlotPacker();
    // the plus keeps SQLite from the index, which would make it sort millions of rows by fid
    String sql = "SELECT kind, year, geom FROM plot WHERE +dataset = ? ORDER BY fid";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, dataset);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          packer.accept(
              new Plot(rows.getString(1), rows.getInt(2), GeometryBlob.decode(rows.getBytes(3))));
        }
      }
    }
    return packer.packs();
  }
}
