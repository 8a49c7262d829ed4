package org.yunga.web.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What it takes to bring a million plots in, with all checks and in a gigabyte of heap, and to take
 * them out, as the commands do it; beside each the plain copy by ogr2ogr.
 */
public final class IoBench {

  private static final int ROUNDS = 1;
  private static final double MILLION = 1_000_000;

  /** Seconds for a million plots. */
  private static final int LOAD = 60;

  private static final int LOAD_GEOJSON = 90;
  private static final int EXPORT = 30;

  private final Path scratch = Files.createTempDirectory("yunga-io");
  private final Report report;
  private final List<String> product;
  private final double share;

  private IoBench(Path root, int count, List<String> product) throws Exception {
    this.report = new Report(root.resolve("target/bench/io.jsonl"));
    this.product = product;
    this.share = count / MILLION;
  }

  /**
   * Runs it.
   *
   * @param arguments the project's folder, that of the plots, how many; then Java with the options
   *     and classes the product is started with
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[2]);
    List<String> product = List.of(arguments).subList(3, arguments.length);
    IoBench bench = new IoBench(Path.of(arguments[0]), count, product);
    try {
      Path csv = Path.of(arguments[1]).resolve("fields_" + count + ".csv");
      bench.load(bench.made(csv, "GPKG", "gpkg"), "GPKG", LOAD);
      bench.load(bench.made(csv, "FlatGeobuf", "fgb"), "FlatGeobuf", LOAD);
      bench.load(bench.made(csv, "GeoJSON", "geojson"), "GeoJSON", LOAD_GEOJSON);
      bench.export();
      bench.report.finish();
    } finally {
      bench.clear();
    }
  }

  private Path made(Path csv, String driver, String extension) throws Exception {
    Path file = scratch.resolve("coca." + extension);
    Commands.run(
        List.of(
            "ogr2ogr",
            "-f",
            driver,
            file.toString(),
            csv.toString(),
            "-oo",
            "GEOM_POSSIBLE_NAMES=wkt",
            "-oo",
            "KEEP_GEOM_COLUMNS=NO",
            "-oo",
            "AUTODETECT_TYPE=YES",
            "-a_srs",
            "EPSG:4326",
            "-nln",
            "plots"));
    return file;
  }

  /** Some of the plots overlap, as made-up ones do: what is good goes in. */
  private void load(Path file, String driver, int bar) throws Exception {
    Samples ours = new Samples();
    Samples peer = new Samples();
    for (int round = 0; round < ROUNDS; round++) {
      Path data = scratch.resolve("data");
      delete(data);
      ours.time(
          () ->
              run(
                  "load",
                  file.toString(),
                  "--as=plots:coca_field",
                  "--mapping=hectares=value_ha",
                  "--partial",
                  "--yes",
                  "--refused-to=" + scratch,
                  "--data=" + data));
      peer.time(() -> copy(file, driver));
    }
    report.atMost(
        "IO", "load " + driver + ", with all checks", ours, peer, "ms", bar * 1000 * share);
  }

  private void export() throws Exception {
    Samples ours = new Samples();
    Samples peer = new Samples();
    Path out = scratch.resolve("export.gpkg");
    for (int round = 0; round < ROUNDS; round++) {
      ours.time(
          () ->
              run(
                  "export",
                  "--plots=coca_field",
                  "--out=" + out,
                  "--force",
                  "--data=" + scratch.resolve("data")));
      peer.time(() -> copy(out, "GPKG"));
    }
    report.atMost("IO", "export GPKG", ours, peer, "ms", EXPORT * 1000 * share);
  }

  private String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(product);
    command.add("org.yunga.web.Main");
    command.addAll(List.of(arguments));
    return Commands.run(command);
  }

  private String copy(Path file, String driver) throws Exception {
    Path copy = scratch.resolve("copy-" + file.getFileName());
    Files.deleteIfExists(copy);
    String said = Commands.run(List.of("ogr2ogr", "-f", driver, copy.toString(), file.toString()));
    Files.delete(copy);
    return said;
  }

  private void clear() throws Exception {
    delete(scratch);
  }

  private static void delete(Path folder) throws Exception {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
