package org.yunga.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.store.geopackage.GeoPackageStore;

/**
 * What plots cost before the first answer and on disk: from the file to ready beside PostGIS (B9),
 * from a new Java to the first answer (B10), bytes (B11), and the districts kept for the release
 * (B6).
 */
public final class StoreBench {

  private static final int ROUNDS = 3;
  private static final int CALLS = 200;
  private static final int MILLION = 1_000_000;

  private final Path root;
  private final Path scratch = Files.createTempDirectory("yunga-bench");
  private final Report report;
  private final Path plots;
  private final List<String> product;
  private final int count;
  private final Geometry asked;

  private StoreBench(Path root, Path folder, int count, List<String> product) throws Exception {
    this.root = root;
    this.product = product;
    this.count = count;
    report = new Report(root.resolve("target/bench/store.jsonl"));
    plots = folder.resolve("fields_" + count + ".csv");
    asked = EngineData.queries(folder.resolve("queries.csv")).get("M").get(0);
  }

  /**
   * Runs it.
   *
   * @param arguments the project's folder, that of the plots, how many, the address of the
   *     database, boundaries of districts; then Java with the options and classes the product is
   *     started with
   */
  public static void main(String[] arguments) throws Exception {
    StoreBench bench =
        new StoreBench(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Integer.parseInt(arguments[2]),
            List.of(arguments).subList(5, arguments.length));
    try (PostgisPeer postgis = new PostgisPeer(arguments[3])) {
      Path data = bench.load(postgis);
      bench.restart(data);
      bench.districts(data, arguments[4]);
    } finally {
      Commands.run(List.of("rm", "-r", bench.scratch.toString()));
    }
    bench.report.finish();
  }

  /** B9, B11: the folder of the last store. */
  private Path load(PostgisPeer postgis) throws Exception {
    Samples ours = new Samples();
    Samples theirs = new Samples();
    Path data = null;
    long words = 0;
    for (int round = 0; round < ROUNDS; round++) {
      theirs.time(
          () -> {
            postgis.loadFile(plots);
            return null;
          });
      data = scratch.resolve("data" + round);
      try (GeoPackageStore store = GeoPackageStore.open(data)) {
        store.publish(EngineStore.words());
        words = bytes(data);
        ours.time(
            () -> {
              store.publish(EngineStore.plots(plots));
              return new CurrentSnapshot(store);
            });
      }
    }
    report.faster("B9", "file of plots to ready; PostGIS", ours, theirs, "ms", 2);
    double each = (double) (bytes(data) - words) / count;
    report.atMost("B11", "disk, a plot", each, "bytes", 150);
    return data;
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** B10; B0 after a reload. */
  private void restart(Path data) throws Exception {
    String before;
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      before = FirstAnswer.of(store, asked).toString();
    }
    Samples ours = new Samples();
    Agreement agreement = new Agreement();
    for (int round = 0; round <= ROUNDS; round++) {
      List<String> command = new ArrayList<>(product);
      command.addAll(List.of(FirstAnswer.class.getName(), data.toString(), asked.toText()));
      String said = Commands.run(command);
      List<String> lines = said.lines().toList();
      ours.add(Double.parseDouble(lines.get(lines.size() - 1)));
      agreement.same("the answer after a reload", lines.get(lines.size() - 2), before);
    }
    agreement.report(report, "itself before a reload");
    int bar = count <= MILLION ? 1_000 : 3_000;
    report.atMost("B10", "new Java to the first answer", ours, "ms", bar);
  }

  /** B6. */
  private void districts(Path data, String boundaries) throws Exception {
    List<String> load = new ArrayList<>(List.of(root + "/scripts/yunga", "boundaries", "load"));
    load.addAll(List.of(boundaries, "--data", data.toString()));
    Commands.run(load);
    try (GeoPackageStore store = GeoPackageStore.open(data)) {
      Monitor monitor = new Monitor(new CurrentSnapshot(store).get());
      int regions = monitor.plotsByRegion("districts").regions().size();
      Samples ours = new Samples();
      for (int call = 0; call < CALLS; call++) {
        ours.time(() -> monitor.plotsByRegion("districts"));
      }
      report.atMost("B6", regions + " districts x kind x year, kept", ours, "ms", 1);
    }
  }
}
