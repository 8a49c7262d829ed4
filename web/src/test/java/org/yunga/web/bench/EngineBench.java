package org.yunga.web.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.GeodesicBuffer;
import org.yunga.web.bench.EngineData.Plot;
import org.yunga.web.bench.PostgisPeer.Cell;

/**
 * The aggregate tree beside PostGIS and JTS: same plots, same polygons, same coordinates, in turns
 * in one run; first whether all agree (B0), then how long each takes.
 */
public final class EngineBench {

  private static final int ROUNDS = 5;

  /** Calls of ours in a round: one takes less than the clock can tell. */
  private static final int CALLS = 40;

  private static final int WARM_UP = 300;

  /** Rounds of fifty buffers until Java has compiled what makes them: a third of the time then. */
  private static final int BUFFER_WARM_UP = 60;

  private static final double BUFFER = 5_000;

  /** Cusco, Huánuco, Puno, San Martín: where the valleys are. */
  private static final List<String> DEPARTMENTS = List.of("08", "10", "21", "22");

  /**
   * A class of polygons and its bars.
   *
   * @param stored whether its polygons are prepared once, as stored divisions are
   */
  private record Case(
      String name, List<Geometry> polygons, boolean stored, double postgis, double jts) {}

  private final Report report;
  private final List<Plot> plots;
  private final AggregateTree tree;
  private final AggregateTree tenth;
  private final List<Case> cases;
  private final Map<String, Map<String, Geometry>> divisions = new LinkedHashMap<>();
  private final List<Geometry> communities;
  private final Agreement agreement = new Agreement();

  private EngineBench(Report report, Path folder, int count, Path boundaries) throws Exception {
    this.report = report;
    plots = EngineData.plots(folder.resolve("fields_" + count + ".csv"));
    tree = EngineData.tree(plots);
    tenth = EngineData.tree(plots.subList(0, plots.size() / 10));
    Map<String, List<Geometry>> drawn = EngineData.queries(folder.resolve("queries.csv"));
    Map<String, Geometry> departments =
        EngineData.divisions(
            boundaries.resolve("peru_departamental_simple.geojson"), "FIRST_IDDP", Detail.SURVEYED);
    departments.keySet().retainAll(DEPARTMENTS);
    cases =
        List.of(
            new Case("drawn polygon of 10 km", first(drawn, "S", 12), false, 700, 150),
            new Case("drawn polygon of 100 km", first(drawn, "M", 8), false, 1_000, 1_500),
            new Case("drawn polygon of 500 km", first(drawn, "L", 4), false, 8_000, 10_000),
            new Case("detailed department", new ArrayList<>(departments.values()), true, 350, 500));
    communities = drawn.get("C");
    Path districts = boundaries.resolve("peru_distrital_simple.geojson");
    divisions.put("simple", EngineData.divisions(districts, "IDDIST", Detail.NONE));
    divisions.put("detailed", EngineData.divisions(districts, "IDDIST", Detail.SURVEYED));
  }

  private static List<Geometry> first(Map<String, List<Geometry>> drawn, String name, int count) {
    return EngineData.metres(drawn.get(name).subList(0, count));
  }

  /**
   * Runs it.
   *
   * @param arguments the project's folder, that of the plots, how many, that of the boundaries, and
   *     the address of the database
   */
  public static void main(String[] arguments) throws Exception {
    Report report = new Report(Path.of(arguments[0]).resolve("target/bench/engine.jsonl"));
    Path folder = Path.of(arguments[1]);
    EngineBench bench =
        new EngineBench(report, folder, Integer.parseInt(arguments[2]), Path.of(arguments[3]));
    try (PostgisPeer postgis = new PostgisPeer(arguments[4])) {
      System.out.printf(
          "%,d plots; simple districts %,d vertices, detailed %,d%n",
          bench.plots.size(), bench.vertices("simple"), bench.vertices("detailed"));
      postgis.loadPlots(bench.plots);
      for (var set : bench.divisions.entrySet()) {
        postgis.loadRegions(set.getKey(), set.getValue());
      }
      JtsPeer jts = new JtsPeer(bench.plots);
      bench.agree(postgis, jts);
      bench.polygons(postgis, jts);
      bench.regions(postgis);
      bench.buffers(postgis);
      bench.memory();
    }
    report.finish();
  }

  private int vertices(String set) {
    return divisions.get(set).values().stream().mapToInt(Geometry::getNumPoints).sum();
  }

  /** B0: counts the same, sums within 1e-9 or 1e-6 ha a cell. */
  private void agree(PostgisPeer postgis, JtsPeer jts) throws Exception {
    for (Case of : cases) {
      for (Geometry polygon : of.polygons()) {
        SlotTotals ours = tree.totals(QueryPolygon.of(polygon));
        Map<String, Cell> theirs = postgis.bySlotExactly(polygon);
        JtsPeer.Totals third = jts.bySlot(polygon);
        for (int slot = 0; slot < EngineData.SLOTS; slot++) {
          double hectares = FixedPoint.hectares(ours.sum(slot));
          Cell cell = theirs.get(String.valueOf(slot));
          agreement.compare(of.name(), ours.count(slot), hectares, cell);
          Cell java = new Cell(third.counts()[slot], third.hectares()[slot]);
          agreement.compare(of.name(), ours.count(slot), hectares, java);
        }
      }
    }
    for (String set : divisions.keySet()) {
      List<String> codes = new ArrayList<>(divisions.get(set).keySet());
      RegionTotals ours = overlay(set).totals(tree);
      Map<String, Cell> theirs = postgis.byRegionExactly(set);
      for (int i = 0; i < codes.size(); i++) {
        for (int year = 0; year < EngineData.YEARS; year++) {
          compareYear(codes.get(i), year, ours.regions().get(i), theirs);
        }
      }
      for (int threads = 1; threads <= 2; threads++) {
        RegionTotals again = on(threads, () -> overlay(set).totals(tree));
        agreement.same("threads " + threads, again, ours);
      }
    }
    List<Plot> shuffled = new ArrayList<>(plots);
    Collections.shuffle(shuffled, new Random(1));
    RegionOverlay simple = overlay("simple");
    AggregateTree other = EngineData.tree(shuffled);
    agreement.same("another order of plots", simple.totals(other), simple.totals(tree));
    agreement.report(report, "PostGIS, JTS, other threads, another order");
  }

  private void compareYear(String code, int year, SlotTotals ours, Map<String, Cell> theirs) {
    long count = 0;
    long sum = 0;
    for (int slot = year; slot < EngineData.SLOTS; slot += EngineData.YEARS) {
      count += ours.count(slot);
      sum += ours.sum(slot);
    }
    String cell = code + " " + year;
    agreement.compare(cell, count, FixedPoint.hectares(sum), theirs.get(cell));
  }

  private static <T> T on(int threads, Callable<T> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  private RegionOverlay overlay(String set) {
    return RegionOverlay.disjoint(
        divisions.get(set).values().stream().map(QueryPolygon::of).toList());
  }

  /** B1, B2, B8. */
  private void polygons(PostgisPeer postgis, JtsPeer jts) throws Exception {
    for (Case of : cases) {
      Race withSql = new Race();
      Race withJava = new Race();
      Samples tenths = new Samples();
      for (Geometry polygon : of.polygons()) {
        QueryPolygon stored = QueryPolygon.of(polygon);
        for (int i = 0; i < WARM_UP; i++) {
          tree.totals(stored);
          tenth.totals(stored);
        }
        Samples ours = new Samples();
        Samples sql = new Samples();
        Samples java = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
          sql.time(() -> postgis.bySlot(polygon));
          java.time(() -> jts.bySlot(polygon));
          for (int call = 0; call < CALLS; call++) {
            ours.time(() -> tree.totals(of.stored() ? stored : QueryPolygon.of(polygon)));
            tenths.time(() -> tenth.totals(of.stored() ? stored : QueryPolygon.of(polygon)));
          }
        }
        withSql.add(ours, sql);
        withJava.add(ours, java);
      }
      report.faster("B1", of.name() + ", kind x year; PostGIS", withSql, "ms", of.postgis());
      report.faster("B2", of.name() + "; JTS", withJava, "ms", of.jts());
      growth(of.name(), withSql.ours(), tenths);
    }
  }

  private void growth(String what, Samples full, Samples tenth) throws IOException {
    double times = full.median() / tenth.median();
    report.atMost("B8", what + ": ten times the plots, times the time", times, "times", 4);
  }

  /** B5, B8. */
  private void regions(PostgisPeer postgis) throws Exception {
    for (String set : divisions.keySet()) {
      RegionOverlay overlay = overlay(set);
      Samples ours = new Samples();
      Samples small = new Samples();
      Samples sql = new Samples();
      for (int i = 0; i < ROUNDS; i++) {
        overlay.totals(tree);
        overlay.totals(tenth);
      }
      for (int round = 0; round < ROUNDS; round++) {
        sql.time(() -> postgis.byRegion(set));
        for (int call = 0; call < ROUNDS; call++) {
          ours.time(() -> overlay.totals(tree));
          small.time(() -> overlay.totals(tenth));
        }
      }
      String name = "all districts x year, " + set;
      report.faster("B5", name + "; PostGIS", ours, sql, "ms", set.equals("simple") ? 100 : 50);
      growth(name, ours, small);
    }
  }

  /** B7; B0 with our buffers on both sides, since another buffer is another question. */
  private void buffers(PostgisPeer postgis) throws Exception {
    Map<String, Geometry> metres = new LinkedHashMap<>();
    Agreement same = new Agreement();
    for (Geometry community : communities) {
      metres.put(String.valueOf(metres.size()), EqualAreaFrame.project(community));
      Geometry buffer = EqualAreaFrame.project(GeodesicBuffer.of(community, BUFFER));
      SlotTotals ours = tree.totals(QueryPolygon.of(buffer));
      Map<String, Cell> theirs = postgis.bySlotExactly(buffer);
      for (int slot = 0; slot < EngineData.SLOTS; slot++) {
        double hectares = FixedPoint.hectares(ours.sum(slot));
        same.compare("buffer", ours.count(slot), hectares, theirs.get(String.valueOf(slot)));
      }
    }
    same.report(report, "PostGIS on our buffers");
    postgis.loadRegions("communities", metres);
    Samples ours = new Samples();
    Samples sql = new Samples();
    for (int i = 0; i < BUFFER_WARM_UP; i++) {
      sumBuffers();
    }
    for (int round = 0; round < ROUNDS; round++) {
      sql.time(() -> postgis.byBuffer("communities", BUFFER));
      for (int call = 0; call < ROUNDS; call++) {
        ours.time(this::sumBuffers);
      }
    }
    report.faster("B7", "50 buffers of 5 km made and summed; PostGIS", ours, sql, "ms", 200);
  }

  private List<SlotTotals> sumBuffers() {
    return communities.stream()
        .map(community -> EqualAreaFrame.project(GeodesicBuffer.of(community, BUFFER)))
        .map(buffer -> tree.totals(QueryPolygon.of(buffer)))
        .toList();
  }

  private void memory() throws IOException {
    double bytes = (double) tree.bytes() / tree.size();
    report.atMost("B11", "arrays of the tree, a plot", bytes, "bytes", 200);
  }
}
