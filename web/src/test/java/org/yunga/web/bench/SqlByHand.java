package org.yunga.web.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGStatement;
import org.yunga.web.bench.PostgisPeer.Cell;

/**
 * Totals as somebody who knows PostGIS writes them by hand over the product's table of plots: in
 * several forms, of which the fastest counts. Counts by interior point, hectares by clipping.
 */
final class SqlByHand implements AutoCloseable {

  /** One join; what is whole is added, all else clipped. */
  private static final String ONE_JOIN =
      "SELECT d.place || ' ' || f.kind || ' ' || f.year,"
          + " count(*) FILTER (WHERE ST_Intersects(d.geom, f.inside)),"
          + " sum(CASE WHEN ST_Contains(d.geom, f.geom) THEN f.size / 1e6"
          + " ELSE ST_Area(ST_Intersection(d.geom, f.geom)) END) / 10000"
          + " FROM %s d JOIN yunga.plot f ON ST_Intersects(d.geom, f.geom) GROUP BY 1";

  /** First what is whole, then what meets a short stretch of the border. */
  private static final String TWO_STEPS =
      "WITH whole AS (SELECT d.place, f.kind, f.year, count(*) AS n, sum(f.size) / 1e10 AS ha"
          + " FROM %1$s d JOIN yunga.plot f ON ST_ContainsProperly(d.geom, f.geom)"
          + " GROUP BY 1, 2, 3),"
          + " near AS MATERIALIZED (SELECT DISTINCT ON (b.number, f.dataset, f.number)"
          + " b.number AS piece, f.* FROM %2$s b JOIN yunga.plot f"
          + " ON ST_DWithin(b.geom, f.geom, 1e-6) ORDER BY b.number, f.dataset, f.number),"
          + " cut AS (SELECT d.place, n.kind, n.year,"
          + " count(*) FILTER (WHERE ST_Intersects(d.geom, n.inside)) AS n,"
          + " sum(ST_Area(ST_Intersection(d.geom, n.geom))) / 10000 AS ha"
          + " FROM near n JOIN %1$s d ON d.number = n.piece"
          + " WHERE NOT ST_ContainsProperly(d.geom, n.geom) AND ST_Intersects(d.geom, n.geom)"
          + " GROUP BY 1, 2, 3)"
          + " SELECT place || ' ' || kind || ' ' || year, sum(n), sum(ha)"
          + " FROM (SELECT * FROM whole UNION ALL SELECT * FROM cut) AS both_parts GROUP BY 1";

  private static final String GIVEN = "(SELECT 1 AS place, ST_GeomFromWKB(?, 54034) AS geom)";

  private final Connection connection;

  SqlByHand(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
    execute(PostgisPeer.SETTINGS + "; SET jit = off; SET work_mem = '64MB'");
    execute("CREATE SCHEMA IF NOT EXISTS hand");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Outlines as they are, cut into pieces, and their borders in stretches. */
  void keep(String name, List<Geometry> metres) throws SQLException {
    execute("DROP TABLE IF EXISTS hand.%1$s, hand.%1$s_piece, hand.%1$s_border".formatted(name));
    execute("CREATE TABLE hand." + name + " (place int, geom geometry(Geometry, 54034))");
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO hand." + name + " VALUES (?, ST_GeomFromWKB(?, 54034))")) {
      for (int place = 0; place < metres.size(); place++) {
        insert.setInt(1, place);
        insert.setBytes(2, new WKBWriter().write(metres.get(place)));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    execute(
        ("CREATE TABLE hand.%1$s_piece AS SELECT row_number() OVER () AS number, s.* FROM (SELECT"
                + " place, ST_Subdivide(geom, 128) AS geom FROM hand.%1$s ORDER BY md5(place::text))"
                + " s")
            .formatted(name));
    execute(
        ("CREATE TABLE hand.%1$s_border AS SELECT number, ST_Subdivide(ST_Segmentize("
                + "ST_Boundary(geom), 2000), 8) AS geom FROM hand.%1$s_piece")
            .formatted(name));
    for (String table : List.of(name, name + "_piece", name + "_border")) {
      execute("ALTER TABLE hand." + table + " SET (parallel_workers = 2)");
      execute("VACUUM ANALYZE hand." + table);
    }
  }

  /** By "place kind year", in one join. */
  Map<String, Cell> oneJoin(String name) throws SQLException {
    return ask(ONE_JOIN.formatted("hand." + name));
  }

  /** The same in two steps, with pieces. */
  Map<String, Cell> twoSteps(String name) throws SQLException {
    return ask(TWO_STEPS.formatted("hand." + name + "_piece", "hand." + name + "_border"));
  }

  /** Of one drawn polygon. */
  Map<String, Cell> drawn(Geometry metres) throws SQLException {
    return ask(ONE_JOIN.formatted(GIVEN), new WKBWriter().write(metres));
  }

  private Map<String, Cell> ask(String sql, byte[]... parameters) throws SQLException {
    Map<String, Cell> cells = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.unwrap(PGStatement.class).setPrepareThreshold(0);
      for (int i = 0; i < parameters.length; i++) {
        select.setBytes(i + 1, parameters[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          cells.put(rows.getString(1), new Cell(rows.getLong(2), rows.getDouble(3)));
        }
      }
    }
    return cells;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
