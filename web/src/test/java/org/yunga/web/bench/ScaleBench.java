package org.yunga.web.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.monitor.TotalsCheck;
import org.yunga.core.plot.StoredPlots;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.snapshot.MemoryBudget;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.store.Store;
import org.yunga.core.store.postgis.PostgisAddress;
import org.yunga.core.store.postgis.PostgisStore;

/**
 * What grows with plots and nodes, on PostGIS: {@code load} beside ogr2ogr (S1) and bytes on disk
 * (S5); {@code snapshot} of a node (S2) and its bytes (S5); {@code totals} in SQL beside those by
 * hand (S3); two {@code nodes} beside one (S4).
 */
public final class ScaleBench {

  private static final int MILLION = 1_000_000;
  private static final int DRAWN_ROUNDS = 3;
  private static final List<String> PARTS = List.of("load", "snapshot", "totals", "nodes");
  private final Path root;
  private final Path scratch = Files.createTempDirectory("yunga-bench");
  private final Report report;
  private final Path folder;
  private final Path plots;
  private final int count;
  private final String server;
  private final List<String> parts;
  private final List<String> product;
  private final int rounds;

  private ScaleBench(String... arguments) throws Exception {
    root = Path.of(arguments[0]);
    folder = Path.of(arguments[1]);
    count = Integer.parseInt(arguments[2]);
    server = arguments[3];
    parts = arguments[5].isEmpty() ? PARTS : List.of(arguments[5].split(" "));
    if (!PARTS.containsAll(parts)) {
      throw new IllegalArgumentException(parts + " - " + PARTS);
    }
    product = List.of(arguments).subList(6, arguments.length);
    plots = folder.resolve("fields_" + count + ".csv");
    rounds = count > MILLION ? 1 : 3;
    String some = arguments[5].isEmpty() ? "" : "-" + String.join("-", parts);
    report = new Report(root.resolve("target/bench/scale-" + count + some + ".jsonl"));
  }

  /**
   * Runs it.
   *
   * @param arguments the project's folder, that of the plots, how many, host and port of the
   *     database, boundaries of districts, names of parts with spaces between or none for all; then
   *     Java with the options and classes the product is started with
   */
  public static void main(String[] arguments) throws Exception {
    ScaleBench bench = new ScaleBench(arguments);
    try {
      String database = bench.measures("load") ? bench.load() : bench.fill();
      Commands.run(
          List.of(
              bench.root + "/scripts/yunga",
              "boundaries",
              "load",
              arguments[4],
              "--store",
              bench.address(database)));
      if (bench.measures("load")) {
        bench.bytes(database);
      }
      if (bench.measures("snapshot")) {
        bench.snapshot(database);
      }
      if (bench.measures("totals")) {
        bench.totals(database);
      }
      if (bench.measures("nodes")) {
        new NodesBench(bench.root, bench.scratch, bench.address(database)).run(bench.report);
      }
    } finally {
      Commands.run(List.of("rm", "-r", bench.scratch.toString()));
    }
    bench.report.finish();
  }

  private boolean measures(String part) {
    return parts.contains(part);
  }

  private String address(String database) {
    return "postgresql://bench@" + server + "/" + database;
  }

  private String jdbc(String database) {
    return "jdbc:postgresql://" + server + "/" + database + "?user=bench";
  }

  private void execute(String database, String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection(jdbc(database));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private double ask(String database, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(jdbc(database));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    }
  }

  /**
   * S1: one file by both into one database, with an index on geometry; Yunga packs, hashes and
   * keeps plots twice besides.
   *
   * @return the name of the last database
   */
  private String load() throws Exception {
    Samples ours = new Samples();
    Samples theirs = new Samples();
    String database = null;
    for (int round = 0; round < rounds; round++) {
      if (database != null) {
        execute("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
      }
      database = newDatabase("scale_" + round);
      List<String> ogr = ogr(database);
      Samples peer = new Samples();
      peer.time(() -> Commands.run(ogr));
      theirs.add(rate(peer));
      execute(database, "DROP TABLE peer");
      try (Store store = open(database)) {
        store.publish(EngineStore.words());
        Samples own = new Samples();
        own.time(() -> store.publish(EngineStore.plots(plots)));
        ours.add(rate(own));
      }
    }
    report.share("S1", "load into PostGIS; ogr2ogr", ours, theirs, "plots/s", 0.6);
    return database;
  }

  /** What the other parts need, not measured. */
  private String fill() throws Exception {
    String database = newDatabase("scale");
    try (Store store = open(database)) {
      store.publish(EngineStore.words());
      store.publish(EngineStore.plots(plots));
    }
    return database;
  }

  private String newDatabase(String name) throws Exception {
    execute("postgres", "CREATE DATABASE " + name);
    execute(name, "CREATE EXTENSION postgis");
    return name;
  }

  private double rate(Samples millis) {
    return count / millis.median() * 1000;
  }

  private Store open(String database) {
    return PostgisStore.open(PostgisAddress.parse(address(database)), Map.of());
  }

  private List<String> ogr(String database) {
    String[] at = server.split(":");
    return List.of(
        "ogr2ogr",
        "-f",
        "PostgreSQL",
        "PG:host=%s port=%s user=bench dbname=%s".formatted(at[0], at[1], database),
        plots.toString(),
        "-oo",
        "GEOM_POSSIBLE_NAMES=wkt",
        "-oo",
        "KEEP_GEOM_COLUMNS=NO",
        "-a_srs",
        "EPSG:4326",
        "-nln",
        "peer",
        "-lco",
        "SPATIAL_INDEX=GIST",
        "--config",
        "PG_USE_COPY",
        "YES");
  }

  /** S5. */
  private void bytes(String database) throws Exception {
    String size = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname ";
    double rows = ask(database, size + "~ '^plot_of_[0-9]+$'");
    report.tell("S5", "disk, a plot in a row with its index", rows / count, null, "bytes");
    double blocks = ask(database, size + "= 'plot_block'");
    report.tell("S5", "disk, a plot packed", blocks / count, null, "bytes");
  }

  /** S2: in a heap of 4 GB, as a node has it. */
  private void snapshot(String database) throws Exception {
    Samples millis = new Samples();
    String[] said = {};
    for (int round = 0; round < rounds; round++) {
      List<String> command = new ArrayList<>(product);
      command.addAll(List.of("-Xmx4g", SnapshotOnce.class.getName(), address(database)));
      String output = Commands.run(command);
      List<String> lines = output.lines().toList();
      said = lines.get(lines.size() - 1).split(" ");
      millis.add(Double.parseDouble(said[0]));
    }
    double bar = 15_000.0 * Math.max(1, count / MILLION);
    report.atMost("S2", "a node's snapshot, 4 GB of heap", millis, "ms", bar);
    report.tell("S2", "heap in use afterwards", Double.parseDouble(said[1]), null, "MB");
    double each = Double.parseDouble(said[2]) / count;
    report.tell("S5", "memory, a plot, answered by " + said[4], each, null, "bytes");
  }

  /** S3, and first whether memory and SQL agree. */
  private void totals(String database) throws Exception {
    try (Store store = open(database);
        SqlByHand hand = new SqlByHand(jdbc(database))) {
      long heap = Runtime.getRuntime().maxMemory();
      Snapshot snapshot = new CurrentSnapshot(store, new MemoryBudget(heap)).get();
      StoredPlots sql =
          store
              .storedPlots(snapshot.release().number(), snapshot.catalogue().plotKinds())
              .orElseThrow();
      for (String set : List.of("departments", "districts")) {
        TotalsCheck check = TotalsCheck.of(snapshot, sql, set);
        check.differences().stream().limit(10).forEach(System.out::println);
        String what = check.cells() + " cells by " + set + " in memory and in SQL: differ";
        report.atMost("S0", what, check.differences().size(), "cells", 0);
        List<Geometry> metres = metres(snapshot.regions(set));
        hand.keep(set, metres);
        Samples ours = new Samples();
        Samples oneJoin = new Samples();
        Samples twoSteps = new Samples();
        for (int round = 0; round < rounds; round++) {
          ours.time(() -> sql.byRegion(metres, false));
          oneJoin.time(() -> hand.oneJoin(set));
          twoSteps.time(() -> hand.twoSteps(set));
        }
        Samples best = oneJoin.median() < twoSteps.median() ? oneJoin : twoSteps;
        String form = best == oneJoin ? "one join" : "two steps";
        report.ratioAtMost(
            "S3", "SQL totals by " + set + "; by hand, " + form, ours, best, "ms", 1.1);
      }
      drawn(sql, hand);
    }
  }

  private void drawn(StoredPlots sql, SqlByHand hand) throws Exception {
    Map<String, List<Geometry>> drawn = EngineData.queries(folder.resolve("queries.csv"));
    Map<String, String> classes = Map.of("S", "10", "M", "100", "L", "500");
    for (String of : List.of("S", "M", "L")) {
      Samples ours = new Samples();
      Samples theirs = new Samples();
      for (Geometry polygon : EngineData.metres(drawn.get(of).subList(0, 5))) {
        // Who comes first fetches the ground's pages from the disk, for both.
        sql.within(polygon);
        for (int round = 0; round < DRAWN_ROUNDS; round++) {
          ours.time(() -> sql.within(polygon));
          theirs.time(() -> hand.drawn(polygon));
        }
      }
      String what = "SQL totals in a drawn polygon of " + classes.get(of) + " km; by hand";
      report.ratioAtMost("S3", what, ours, theirs, "ms", 1.1);
    }
  }

  private static List<Geometry> metres(List<Region> regions) {
    return regions.stream()
        .filter(region -> region.place() instanceof Place.Boundary)
        .map(region -> EqualAreaFrame.project(((Place.Boundary) region.place()).geometry()))
        .toList();
  }
}
