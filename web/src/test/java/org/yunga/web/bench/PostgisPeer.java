package org.yunga.web.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.yunga.web.bench.EngineData.Plot;

/**
 * The peer in SQL: PostGIS with the same coordinates (SRID 0, metres), tables clustered by an index
 * and analysed, each question in its best known form.
 */
final class PostgisPeer implements AutoCloseable {

  /** Count and hectares of a cell of an answer. */
  record Cell(long count, double hectares) {}

  /** The planner thinks two thousand rows too few to work on in parallel. */
  static final String SETTINGS = "SET parallel_setup_cost = 10; SET parallel_tuple_cost = 0.001";

  /** Whole plots are read from a column, only those that the border cuts are overlaid. */
  private static final String HECTARES =
      "sum(CASE WHEN ST_Contains(%1$s, f.geom) THEN f.value_ha"
          + " ELSE ST_Area(ST_Intersection(%1$s, f.geom)) / 10000 END)";

  private static final String BY_SLOT =
      "SELECT f.slot::text, %s, "
          + HECTARES.replace("%1$s", "%2$s")
          + " FROM f WHERE ST_Intersects(%2$s, f.geom) GROUP BY 1";

  private static final String BY_REGION =
      "SELECT d.id || ' ' || mod(f.slot, "
          + EngineData.YEARS
          + "), %s, "
          + HECTARES.replace("%1$s", "d.geom")
          + " FROM %s d JOIN f ON ST_Intersects(d.geom, f.geom) GROUP BY 1";

  private static final int BATCH = 1 << 20;

  private final Connection connection;
  private final Statement statement;

  /** Connects to the database of a cluster made for this run. */
  PostgisPeer(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
    statement = connection.createStatement();
    statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
    statement.execute(SETTINGS);
  }

  /** Plots as table f. */
  void loadPlots(List<Plot> plots) throws SQLException, IOException {
    statement.execute(
        "DROP TABLE IF EXISTS f; CREATE UNLOGGED TABLE f(slot int, value_ha float8,"
            + " geom geometry, inside geometry)");
    GeometryFactory factory = new GeometryFactory();
    copy(
        "f",
        plots.stream()
                .map(
                    plot ->
                        plot.slot()
                            + "\t"
                            + plot.shape().getArea() / 10_000
                            + "\t"
                            + hex(plot.shape())
                            + "\t"
                            + hex(factory.createPoint(plot.inside())))
            ::iterator);
    statement.execute("CREATE INDEX f_geom ON f USING gist(geom); CLUSTER f USING f_geom");
    statement.execute("VACUUM ANALYZE f");
  }

  /** The load that a user does: file of WKT, projected, indexed, analysed. */
  void loadFile(Path csv) throws SQLException, IOException {
    statement.execute(
        "DROP TABLE IF EXISTS stage, loaded; CREATE UNLOGGED TABLE stage(id int, kind text,"
            + " year int, value_ha float8, wkt text)");
    try (InputStream in = Files.newInputStream(csv)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY stage FROM STDIN CSV HEADER", in, BATCH);
    }
    statement.execute(
        "CREATE UNLOGGED TABLE loaded AS SELECT id, kind, year, ST_Area(p) / 10000 AS value_ha, p"
            + " AS geom FROM (SELECT *, ST_Transform(ST_GeomFromText(wkt, 4326), 32718) AS p FROM"
            + " stage) projected");
    statement.execute("CREATE INDEX ON loaded USING gist(geom)");
    statement.execute("VACUUM ANALYZE loaded");
  }

  /** Regions as a table of their own, to be worked on in parallel. */
  void loadRegions(String table, Map<String, Geometry> regions) throws SQLException, IOException {
    statement.execute(
        "DROP TABLE IF EXISTS %1$s; CREATE UNLOGGED TABLE %1$s(id text, geom geometry)"
            .formatted(table));
    // in an order that spreads the heavy ones over the workers
    copy(
        table,
        regions.entrySet().stream()
                .sorted((a, b) -> Integer.compare(a.getKey().hashCode(), b.getKey().hashCode()))
                .map(region -> region.getKey() + "\t" + hex(region.getValue()))
            ::iterator);
    statement.execute("CREATE INDEX ON %s USING gist(geom)".formatted(table));
    statement.execute("ALTER TABLE %s SET (parallel_workers = 2)".formatted(table));
    statement.execute("VACUUM ANALYZE " + table);
  }

  private void copy(String table, Iterable<String> rows) throws SQLException, IOException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
    StringBuilder batch = new StringBuilder();
    for (String row : rows) {
      batch.append(row).append('\n');
      if (batch.length() > BATCH) {
        write(copy, batch);
      }
    }
    write(copy, batch);
    copy.endCopy();
  }

  private static void write(CopyIn copy, StringBuilder batch) throws SQLException, IOException {
    byte[] bytes = batch.toString().getBytes(StandardCharsets.US_ASCII);
    try (ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
      copy.writeToCopy(in.readAllBytes(), 0, bytes.length);
    }
    batch.setLength(0);
  }

  private static String hex(Geometry geometry) {
    return WKBWriter.toHex(new WKBWriter().write(geometry));
  }

  /** Plots that meet a polygon, and hectares inside, by slot: the timed form. */
  Map<String, Cell> bySlot(Geometry query) throws SQLException {
    return ask(bySlotSql(query));
  }

  /** That question in SQL. */
  static String bySlotSql(Geometry query) {
    return BY_SLOT.formatted("count(*)", literal(query));
  }

  /** The same with plots counted by interior point, for the comparison. */
  Map<String, Cell> bySlotExactly(Geometry query) throws SQLException {
    String count = "count(*) FILTER (WHERE ST_Intersects(%s, f.inside))".formatted(literal(query));
    return ask(BY_SLOT.formatted(count, literal(query)));
  }

  /** By "region year": the timed form. */
  Map<String, Cell> byRegion(String table) throws SQLException {
    return ask(BY_REGION.formatted("count(*)", table));
  }

  /** The same with plots counted by interior point. */
  Map<String, Cell> byRegionExactly(String table) throws SQLException {
    return ask(
        BY_REGION.formatted("count(*) FILTER (WHERE ST_Intersects(d.geom, f.inside))", table));
  }

  /** Plots that meet buffers round the regions of a table, and hectares inside, by region. */
  Map<String, Cell> byBuffer(String table, double metres) throws SQLException {
    return ask(
        ("WITH c AS MATERIALIZED (SELECT id, ST_Buffer(geom, %s) AS geom FROM %s) SELECT c.id,"
                + " count(*), %s FROM c JOIN f ON ST_Intersects(c.geom, f.geom) GROUP BY 1")
            .formatted(metres, table, HECTARES.replace("%1$s", "c.geom")));
  }

  private static String literal(Geometry geometry) {
    return "'" + hex(geometry) + "'::geometry";
  }

  private Map<String, Cell> ask(String sql) throws SQLException {
    Map<String, Cell> cells = new TreeMap<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        cells.put(rows.getString(1), new Cell(rows.getLong(2), rows.getDouble(3)));
      }
    }
    return cells;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
