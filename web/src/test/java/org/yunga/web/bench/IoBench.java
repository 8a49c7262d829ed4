package org.yunga.web.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What it takes to bring a million plots in, with all checks, and to take them out, in time and in
 * memory, as the commands do it; beside each, in turns in the same run, the plain copy by ogr2ogr.
 */
public final class IoBench {

  private static final int ROUNDS = 3;
  private static final double MILLION = 1_000_000;

  /** Seconds for a million plots. */
  private static final int LOAD = 60;

  private static final int LOAD_GEOJSON = 90;
  private static final int EXPORT = 30;

  /** The most memory that a load may take, in millions of bytes. */
  private static final int MEMORY = 1_000;

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
    MeasuredCommand ours = new MeasuredCommand();
    MeasuredCommand peer = new MeasuredCommand();
    for (int round = 0; round < ROUNDS; round++) {
      Path data = scratch.resolve("data");
      delete(data);
      ours.run(
          command(
              "load",
              file.toString(),
              "--as=plots:coca_field",
              "--mapping=hectares=value_ha",
              "--partial",
              "--yes",
              "--refused-to=" + scratch,
              "--data=" + data));
      copy(file, driver, peer);
    }
    tell("load " + driver + ", with all checks", ours, peer, bar);
    report.atMost("IO", "load " + driver + ", most memory", ours.megabytes(), "MB", MEMORY);
  }

  private void export() throws Exception {
    MeasuredCommand ours = new MeasuredCommand();
    MeasuredCommand peer = new MeasuredCommand();
    Path out = scratch.resolve("export.gpkg");
    for (int round = 0; round < ROUNDS; round++) {
      ours.run(
          command(
              "export",
              "--plots=coca_field",
              "--out=" + out,
              "--force",
              "--data=" + scratch.resolve("data")));
      copy(out, "GPKG", peer);
    }
    tell("export GPKG", ours, peer, EXPORT);
    report.tell("IO", "export GPKG, most memory", ours.megabytes(), peer.megabytes(), "MB");
  }

  private void tell(String what, MeasuredCommand ours, MeasuredCommand peer, int seconds)
      throws Exception {
    report.atMost("IO", what, ours.millis(), peer.millis(), "ms", seconds * 1000 * share);
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(product);
    command.add("org.yunga.web.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  private void copy(Path file, String driver, MeasuredCommand peer) throws Exception {
    Path copy = scratch.resolve("copy-" + file.getFileName());
    Files.deleteIfExists(copy);
    peer.run(List.of("ogr2ogr", "-f", driver, copy.toString(), file.toString()));
    Files.delete(copy);
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
