package org.yunga.geodata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.text.ExplainedException;
import picocli.CommandLine;

/** Jobs on one Spark of this process, which ends with it. */
abstract class SparkTest {

  static final List<World.Region> REGIONS = World.regions();

  /** Parts so small that even these files have several. */
  static final SparkSession SPARK =
      SparkSessions.builder("local[2]")
          .config("spark.sql.files.maxPartitionBytes", "64k")
          .config("spark.sql.files.openCostInBytes", "1k")
          .config("spark.hadoop.fs.faulty.impl", FaultyFiles.class.getName())
          .getOrCreate();

  @TempDir Path folder;

  void run(Path plots, Path regions, Path out, String... more) {
    run(SPARK, plots, regions, out.toString(), more);
  }

  static void run(SparkSession spark, Path plots, Path regions, String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--plots", plots.toString()));
    arguments.addAll(List.of("--regions", regions.toString(), "--out", out));
    arguments.addAll(List.of(more));
    TotalsCommand command = new TotalsCommand();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments.toArray(String[]::new));
    command.run(spark);
  }

  Path out() {
    return folder.resolve("out");
  }

  Path regions() {
    return World.writeRegions(REGIONS, folder.resolve("regions.parquet"));
  }

  static Map<Cell, Row> read(Path out) {
    Map<Cell, Row> cells = new HashMap<>();
    for (Row row : SPARK.read().parquet(out.resolve("totals").toString()).collectAsList()) {
      String code = row.getAs("region_code");
      Cell cell =
          new Cell(
              row.getAs("region_set"),
              code == null ? "" : code,
              row.getAs("form"),
              row.getAs("kind"),
              row.<Integer>getAs("year"));
      assertThat(cells.put(cell, row)).as("twice").isNull();
    }
    return cells;
  }

  Path text(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertRefused(String code, String told, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
              assertThat(e.explanation().es()).contains(told);
            });
  }
}
