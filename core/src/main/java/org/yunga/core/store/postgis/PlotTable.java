package org.yunga.core.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.postgresql.PGStatement;
import org.yunga.core.plot.PlotChecksum;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.StoredPlot;
import org.yunga.core.store.sql.NewRows;
import org.yunga.core.store.sql.Sql;

/**
 * Plots one in a row, with an index, for totals in SQL: each dataset in a partition of its own,
 * which is filled and indexed before anybody sees it, and dropped as a whole.
 */
final class PlotTable {

  /** ESRI's code of the equal-area frame: World Cylindrical Equal Area on WGS 84. */
  static final int FRAME = 54034;

  /** Some 300 bytes each. */
  private static final int ROWS_AT_A_TIME = 4_096;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private PlotTable() {}

  /** Adds the plots of a dataset. */
  static void write(Connection connection, long dataset, List<PlotPack> packs) throws SQLException {
    if (packs.isEmpty()) {
      return;
    }
    String table = name(dataset);
    // the check saves PostgreSQL from reading all rows when the table becomes a partition
    Sql.execute(
        connection, "CREATE TABLE %s (LIKE plot, CHECK (dataset = %d))".formatted(table, dataset));
    String columns = "dataset, number, kind, year, size, value, inside, geom";
    try (NewRows rows = new BinaryCopy(connection, table, columns)) {
      Writer writer = new Writer(rows, dataset);
      packs.forEach(pack -> StoredPlot.forEach(pack, writer::add));
      if (writer.failure != null) {
        throw writer.failure;
      }
      rows.done();
    }
    Sql.execute(connection, "CREATE INDEX ON " + table + " USING gist (geom)");
    Sql.execute(
        connection,
        "CREATE INDEX ON " + table + " USING gist (geom) WHERE ST_NumGeometries(geom) > 1");
    Sql.execute(
        connection,
        "ALTER TABLE plot ATTACH PARTITION %s FOR VALUES IN (%d)".formatted(table, dataset));
    Sql.execute(connection, "ANALYZE " + table);
  }

  /** What the plots of each dataset add up to; see {@link PlotChecksum}. */
  static Map<Long, PlotChecksum> checksums(Connection connection) throws SQLException {
    String sql =
        "SELECT dataset, number, kind, year, size, value, ST_X(inside), ST_Y(inside),"
            + " ST_AsBinary(geom) FROM plot";
    Map<Long, PlotChecksum> sums = new HashMap<>();
    WKBReader wkb = new WKBReader(FACTORY);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(ROWS_AT_A_TIME);
      select.unwrap(PGStatement.class).setPrepareThreshold(-1);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          PlotChecksum sum = sums.computeIfAbsent(rows.getLong(1), key -> new PlotChecksum());
          try {
            sum.add(plot(rows, wkb));
          } catch (ParseException | RuntimeException e) {
            sum.addOther(); // somebody else's hand: no plot of ours reads like that
          }
        }
      }
    }
    return sums;
  }

  private static StoredPlot plot(ResultSet row, WKBReader wkb) throws SQLException, ParseException {
    long value = row.getLong(6);
    OptionalLong valued = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    return new StoredPlot(
        new PlotSlot(row.getString(3), row.getInt(4)),
        row.getInt(2),
        row.getLong(5),
        valued,
        new Coordinate(row.getDouble(7), row.getDouble(8)),
        wkb.read(row.getBytes(9)));
  }

  /** Takes the plots of a dataset out. */
  static void delete(Connection connection, long dataset) throws SQLException {
    Sql.execute(connection, "DROP TABLE IF EXISTS " + name(dataset));
  }

  private static String name(long dataset) {
    return "plot_of_" + dataset;
  }

  /** Keeps the first failure, since a consumer may not throw it. */
  private static final class Writer {
    private final NewRows rows;
    private final long dataset;
    private SQLException failure;

    Writer(NewRows rows, long dataset) {
      this.rows = rows;
      this.dataset = dataset;
    }

    void add(StoredPlot plot) {
      if (failure != null) {
        return;
      }
      try {
        rows.add(
            dataset,
            plot.number(),
            plot.slot().kind(),
            plot.slot().year(),
            plot.size(),
            plot.value().isPresent() ? plot.value().getAsLong() : null,
            inFrame(FACTORY.createPoint(plot.inside())),
            inFrame(plot.metres()));
      } catch (SQLException e) {
        failure = e;
      }
    }

    private static Geometry inFrame(Geometry geometry) {
      geometry.setSRID(FRAME);
      return geometry;
    }
  }
}
