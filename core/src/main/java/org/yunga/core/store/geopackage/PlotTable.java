package org.yunga.core.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.space.EqualAreaFrame;

/** Reads and writes plots, one after another. */
final class PlotTable {

  private static final int BATCH = 10_000;

  private static final String OF_RELEASE =
      " FROM plot WHERE dataset IN (SELECT dataset FROM release_dataset WHERE release = ?)";

  private PlotTable() {}

  static void write(Connection connection, long dataset, PlotSource plots) throws SQLException {
    String sql = "INSERT INTO plot (dataset, kind, year, area_ha, geom) VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      Writer writer = new Writer(insert, dataset);
      plots.forEach(writer);
      if (writer.failure != null) {
        throw writer.failure;
      }
      insert.executeBatch();
    }
  }

  /** Writes in batches; keeps the first failure, since a consumer may not throw it. */
  private static final class Writer implements Consumer<Plot> {
    private final PreparedStatement insert;
    private final long dataset;
    private int waiting;
    private SQLException failure;

    Writer(PreparedStatement insert, long dataset) {
      this.insert = insert;
      this.dataset = dataset;
    }

    @Override
    public void accept(Plot plot) {
      if (failure != null) {
        return;
      }
      try {
        insert.setLong(1, dataset);
        insert.setString(2, plot.kind());
        insert.setInt(3, plot.year());
        insert.setDouble(4, EqualAreaFrame.hectares(plot.geometry()));
        insert.setBytes(5, GeometryBlob.encode(plot.geometry()));
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      } catch (SQLException e) {
        failure = e;
      }
    }
  }

  static List<PlotSlot> slots(Connection connection, long release) throws SQLException {
    return Sql.query(
        connection,
        "SELECT DISTINCT kind, year" + OF_RELEASE + " ORDER BY kind, year",
        row -> new PlotSlot(row.getString(1), row.getInt(2)),
        release);
  }

  static void forEach(Connection connection, long release, Consumer<Plot> consumer)
      throws SQLException {
    // the plus keeps SQLite from the index, which would make it sort millions of rows by fid
    String sql =
        "SELECT kind, year, geom" + OF_RELEASE.replace("WHERE ", "WHERE +") + " ORDER BY fid";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, release);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          consumer.accept(
              new Plot(rows.getString(1), rows.getInt(2), GeometryBlob.decode(rows.getBytes(3))));
        }
      }
    }
  }
}
