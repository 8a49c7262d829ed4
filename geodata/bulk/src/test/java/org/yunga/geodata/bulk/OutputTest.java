package org.yunga.geodata.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where results are written: whole or not at all, by one job, and what stands in the way. */
class OutputTest extends SparkTest {

  private static final String ELSEWHERE = "machine=other\nprocess=7\nstarted=0\nsince=2026\n";
  private static final String JOB = "2f1c1f6e-7a53-4b0e-9a55-6d6a3a1f0a11";

  private Path plots;
  private Path regions;

  @BeforeEach
  void write() {
    plots = World.write(World.plots(30), folder.resolve("plots.parquet"));
    regions = regions();
  }

  @AfterEach
  void mend() {
    FaultyFiles.set(FaultyFiles.NONE);
  }

  private void run() {
    run(plots, regions, out());
  }

  private List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void assertNothingLeft() throws IOException {
    assertThat(names(folder)).noneMatch(name -> name.contains("out"));
  }

  /** The list is written last, and lists all. */
  @Test
  void wholeResultsSayThatTheyAre() throws IOException {
    run();
    List<String> list = Files.readAllLines(out().resolve("_SUCCESS"));
    TreeMap<String, String> files = new TreeMap<>();
    list.stream().skip(1).map(line -> line.split("\t")).forEach(row -> files.put(row[1], row[0]));
    assertThat(files).containsKeys("_job", "figures/districts.coca_field.count.csv");
    for (String file : files.keySet()) {
      assertThat(String.valueOf(Files.size(out().resolve(file)))).isEqualTo(files.get(file));
    }
    assertThat(names(folder)).noneMatch(name -> name.contains("pending"));
  }

  @Test
  void aSecondJobIntoOnePlaceIsRefused() {
    try (OutputPlace first = OutputPlace.take(SPARK, out().toString())) {
      String who = "proceso " + ProcessHandle.current().pid();
      assertRefused("output_busy", who, this::run);
      assertThat(first.results().toString()).contains("pending");
    }
    run();
    assertRefused("output_exists", "out ya existe", this::run);
  }

  /** Whether it runs cannot be seen from here: the file that it touches tells. */
  @Test
  void aJobOfAnotherMachineIsWaitedFor() throws IOException {
    Path aside = Files.createDirectory(folder.resolve(".out.pending"));
    Path claim = text(".out.pending/_job", "job=" + JOB + "\n" + ELSEWHERE);
    assertRefused("output_busy", "en other", this::run);
    Files.setLastModifiedTime(claim, FileTime.from(Instant.now().minusSeconds(600)));
    run();
    assertThat(aside).doesNotExist();
  }

  /** A job that was second, and did not see it: the first one's claim is gone. */
  @Test
  void whoLostThePlaceWritesNothingThere() throws IOException {
    try (OutputPlace first = OutputPlace.take(SPARK, out().toString())) {
      Files.createDirectories(Path.of(first.results().toUri()));
      text(".out.pending/_job", "job=" + JOB + "\n" + ELSEWHERE);
      assertRefused("output_busy", "en other", first::publish);
    }
    assertThat(out()).doesNotExist();
    assertThat(folder.resolve(".out.pending/_job")).exists();
  }

  @Test
  void whatIsNotOursIsNotTakenAway() throws IOException {
    Files.createDirectory(folder.resolve(".out.pending"));
    Path notes = text(".out.pending/notes.txt", "tesis");
    assertRefused("output_foreign", ".out.pending", this::run);
    assertThat(notes).hasContent("tesis");
  }

  @Test
  void halfAResultIsNotTakenForWhole() throws IOException {
    Files.createDirectory(out());
    text("out/_job", "job=" + JOB + "\n" + ELSEWHERE);
    assertRefused("output_half_done", "_SUCCESS", this::run);
    assertThat(out()).isNotEmptyDirectory();
  }

  @Test
  void aFullDiskIsTold() throws IOException {
    FaultyFiles.set(
        (verb, path) -> {
          if (path.getName().startsWith("part-")) {
            throw new IOException("No space left on device");
          }
        });
    assertRefused("disk_full", "Libere espacio", this::runFaulty);
    assertNothingLeft();
  }

  @Test
  void aFullDiskAtTheVeryEndLeavesNothing() throws IOException {
    FaultyFiles.set(
        (verb, path) -> {
          if (path.getName().equals("_SUCCESS") && path.getParent().getName().equals("out")) {
            throw new IOException("No space left on device");
          }
        });
    assertRefused("disk_full", "Libere espacio", this::runFaulty);
    assertNothingLeft();
  }

  /** Before plots are counted, which may take hours. */
  @Test
  void aPlaceThatMayNotBeWrittenIsToldAtOnce() {
    FaultyFiles.set(
        (verb, path) -> {
          throw new AccessControlException("Permission denied: user=ana, access=WRITE");
        });
    assertRefused("output_forbidden", "Permission denied: user=ana", this::runFaulty);
    Path file = text("file", "");
    assertRefused("output_unwritable", "file/out", () -> run(plots, regions, file.resolve("out")));
  }

  @Test
  void aPlaceThatSomebodyMakesMeanwhileIsTheirs() throws IOException {
    FaultyFiles.set(
        (verb, path) -> {
          if (verb.equals("rename") && path.getName().equals("out")) {
            Files.createDirectory(out());
            text("out/notes.txt", "tesis");
          }
        });
    assertRefused("output_exists", "out ya existe", this::runFaulty);
    assertThat(names(out())).containsExactly("notes.txt");
    assertThat(names(folder)).noneMatch(name -> name.contains("pending"));
  }

  private void runFaulty() {
    run(SPARK, plots, regions, "faulty:" + out());
  }
}
