package org.yunga.geodata.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Jobs that are killed as by {@code kill -9}. */
class KillTest extends SparkTest {

  private static final Set<String> MOMENTS = Set.of("counting", "writing", "publishing");

  /** Three jobs in one process, each of which stops at its moment and is killed there. */
  @Test
  void whatAKilledJobLeavesIsNoResultAndTheNextJobTakesItAway() throws Exception {
    Path plots = World.write(World.plots(300), folder.resolve("plots.parquet"));
    Path regions = regions();
    run(plots, regions, out());

    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KillTest.class.getName(), plots.toString(), regions.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("errors").toFile())
            .directory(folder.toFile())
            .start();
    Set<String> stopped = new TreeSet<>();
    try (BufferedReader lines = process.inputReader()) {
      while (!stopped.equals(MOMENTS)) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        // progress of another job may stand in the same line
        MOMENTS.stream().filter(moment -> said(line, moment)).forEach(stopped::add);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(stopped).as(Files.readString(folder.resolve("errors"))).isEqualTo(MOMENTS);

    Map<Cell, org.apache.spark.sql.Row> whole = read(out());
    for (String moment : MOMENTS) {
      Path out = folder.resolve(moment);
      assertThat(out.resolve("_SUCCESS")).doesNotExist();
      assertThat(folder.resolve("." + moment + ".pending")).isNotEmptyDirectory();
      run(plots, regions, out);
      assertThat(read(out)).isEqualTo(whole);
      assertThat(out.resolve("_SUCCESS")).exists();
      assertThat(folder.resolve("." + moment + ".pending")).doesNotExist();
    }
  }

  private static boolean said(String line, String moment) {
    return line.contains("<" + moment + ">");
  }

  /** The process that is killed. */
  public static void main(String[] arguments) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    SparkSession spark =
        SparkSessions.builder("local[4]")
            .config("spark.hadoop.fs.faulty.impl", FaultyFiles.class.getName())
            .getOrCreate();
    Path plots = Path.of(arguments[0]);
    FaultyFiles.set(KillTest::stopAtMoments);
    for (String moment : MOMENTS) {
      String in = moment.equals("counting") ? "faulty:" + plots : plots.toString();
      String out = "faulty:" + plots.resolveSibling(moment);
      new Thread(() -> run(spark, Path.of(in), Path.of(arguments[1]), out)).start();
    }
  }

  private static void stopAtMoments(String verb, org.apache.hadoop.fs.Path path) {
    String where = path.toString();
    if (verb.equals("open") && where.endsWith("plots.parquet")) {
      stop("counting");
    } else if (verb.equals("create")
        && where.contains("writing.pending")
        && where.contains("figures/")) {
      stop("writing");
    } else if (verb.equals("create") && where.endsWith("/publishing/_SUCCESS")) {
      stop("publishing");
    }
  }

  private static void stop(String moment) {
    System.out.println("<" + moment + ">");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
