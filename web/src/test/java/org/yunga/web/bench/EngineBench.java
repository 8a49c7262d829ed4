package org.yunga.web.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.yunga.web.bench.EngineData.Plot;
import org.yunga.web.bench.PostgisPeer.Cell;

/**
 * The aggregate tree beside PostGIS and JTS: same plots, same polygons, same coordinates, in turns
 * in one run; first whether all agree (B0), then how long each takes. Medians over the polygons of
 * the medians over the rounds.
 */
public final class EngineBench {

  private static final int ROUNDS = 5;

  /** Calls of ours in a round: one takes less than the clock can tell. */
  private static final int CALLS = 40;

  private static final int WARM_UP = 300;
  private static final double RELATIVE = 1e-9;
  private static final double HECTARES = 1e-6;

  /** Cusco, Huánuco, Puno, San Martín: where the valleys are. */
  private static final List<String> DEPARTMENTS = List.of("08", "10", "21", "22");

  /**
   * A class of polygons and its bars.
   *
   * @param stored whether its polygons are prepared once, as stored divisions are
   */
  private record Case(
      String name, List<Geometry> polygons, boolean stored, double postgis, double jts) {}

  private final Report report = new Report();
  private final List<Plot> plots;
  private final AggregateTree tree;
  private final AggregateTree tenth;
  private final List<Case> cases;
  private final Map<String, Map<String, Geometry>> divisions = new LinkedHashMap<>();
  private int differences;
  private int cells;

  private EngineBench(Path folder, int count, Path boundaries) throws Exception {
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
            new Case("drawn polygon of 10 km", drawn.get("S").subList(0, 12), false, 700, 150),
            new Case("drawn polygon of 100 km", drawn.get("M").subList(0, 8), false, 1_000, 1_500),
            new Case("drawn polygon of 500 km", drawn.get("L").subList(0, 4), false, 8_000, 10_000),
            new Case("detailed department", new ArrayList<>(departments.values()), true, 350, 500));
    Path districts = boundaries.resolve("peru_distrital_simple.geojson");
    divisions.put("simple", EngineData.divisions(districts, "IDDIST", Detail.NONE));
    divisions.put("detailed", EngineData.divisions(districts, "IDDIST", Detail.SURVEYED));
  }

  /**
   * Runs it.
   *
   * @param arguments the project's folder, that of the plots, how many, that of the boundaries, and
   *     the address of the database
   */
  public static void main(String[] arguments) throws Exception {
    System.out.printf("load average %.1f%n", load());
    EngineBench bench =
        new EngineBench(
            Path.of(arguments[1]), Integer.parseInt(arguments[2]), Path.of(arguments[3]));
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
      bench.memory();
    }
    bench.report.finish(Path.of(arguments[0]).resolve("target/bench/engine.jsonl"));
    System.out.printf("load average %.1f%n", load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
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
        double[] third = jts.hectares(polygon);
        for (int slot = 0; slot < EngineData.SLOTS; slot++) {
          double hectares = FixedPoint.hectares(ours.sum(slot));
          compare(of.name(), ours.count(slot), hectares, theirs.get(String.valueOf(slot)));
          compare(of.name(), 0, hectares, new Cell(0, third[slot]));
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
        same(on(threads, () -> overlay(set).totals(tree)), ours);
      }
    }
    List<Plot> shuffled = new ArrayList<>(plots);
    Collections.shuffle(shuffled, new Random(1));
    same(overlay("simple").totals(EngineData.tree(shuffled)), overlay("simple").totals(tree));
    System.out.printf("B0: %,d cells compared, %,d differ%n", cells, differences);
    report.add("B0", "cells that differ from PostGIS, JTS, or threads", differences, "cells", 0, 0);
  }

  private void compareYear(String code, int year, SlotTotals ours, Map<String, Cell> theirs) {
    long count = 0;
    long sum = 0;
    for (int slot = year; slot < EngineData.SLOTS; slot += EngineData.YEARS) {
      count += ours.count(slot);
      sum += ours.sum(slot);
    }
    compare(code + " " + year, count, FixedPoint.hectares(sum), theirs.get(code + " " + year));
  }

  private void compare(String what, long count, double hectares, Cell peer) {
    Cell theirs = peer == null ? new Cell(0, 0) : peer;
    boolean counted = theirs.count() == count || theirs.count() == 0 && count == 0;
    double difference = Math.abs(hectares - theirs.hectares());
    cells++;
    if (!(counted && difference <= Math.max(HECTARES, RELATIVE * theirs.hectares()))) {
      differences++;
      if (differences <= 10) {
        System.out.printf(
            Locale.ROOT, "  %s: %d, %.9f ha; peer %s%n", what, count, hectares, theirs);
      }
    }
  }

  private void same(RegionTotals one, RegionTotals other) {
    cells++;
    if (!one.equals(other)) {
      differences++;
      System.out.println("  not the same to the bit");
    }
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
      List<Double> ours = new ArrayList<>();
      List<Double> small = new ArrayList<>();
      List<Double> sql = new ArrayList<>();
      List<Double> java = new ArrayList<>();
      for (Geometry polygon : of.polygons()) {
        QueryPolygon stored = QueryPolygon.of(polygon);
        for (int i = 0; i < WARM_UP; i++) {
          tree.totals(stored);
          tenth.totals(stored);
        }
        List<Double> oursOf = new ArrayList<>();
        List<Double> smallOf = new ArrayList<>();
        List<Double> sqlOf = new ArrayList<>();
        List<Double> javaOf = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          sqlOf.add(millis(() -> postgis.bySlot(polygon)));
          javaOf.add(millis(() -> jts.hectares(polygon)));
          for (int call = 0; call < CALLS; call++) {
            oursOf.add(millis(() -> tree.totals(of.stored() ? stored : QueryPolygon.of(polygon))));
            smallOf.add(
                millis(() -> tenth.totals(of.stored() ? stored : QueryPolygon.of(polygon))));
          }
        }
        ours.add(median(oursOf));
        small.add(median(smallOf));
        sql.add(median(sqlOf));
        java.add(median(javaOf));
      }
      report.addFaster(
          "B1",
          of.name() + ", kind x year; PostGIS",
          median(ours),
          "ms",
          median(sql),
          of.postgis());
      report.addFaster("B2", of.name() + "; JTS", median(ours), "ms", median(java), of.jts());
      growth(of.name(), median(ours), median(small));
    }
  }

  private void growth(String what, double full, double tenth) {
    report.add("B8", what + ": ten times the plots, times the time", full / tenth, "times", 0, 4);
  }

  /** B5, B8. */
  private void regions(PostgisPeer postgis) throws Exception {
    for (String set : divisions.keySet()) {
      RegionOverlay overlay = overlay(set);
      List<Double> ours = new ArrayList<>();
      List<Double> small = new ArrayList<>();
      List<Double> sql = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        overlay.totals(tree);
        overlay.totals(tenth);
      }
      for (int round = 0; round < ROUNDS; round++) {
        sql.add(millis(() -> postgis.byRegion(set)));
        for (int call = 0; call < ROUNDS; call++) {
          ours.add(millis(() -> overlay.totals(tree)));
          small.add(millis(() -> overlay.totals(tenth)));
        }
      }
      report.addFaster(
          "B5",
          "all districts x year, " + set + "; PostGIS",
          median(ours),
          "ms",
          median(sql),
          set.equals("simple") ? 100 : 50);
      growth("all districts, " + set, median(ours), median(small));
    }
  }

  private void memory() {
    report.add(
        "B11", "arrays of the tree, a plot", (double) tree.bytes() / tree.size(), "bytes", 0, 200);
  }

  private static double millis(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
