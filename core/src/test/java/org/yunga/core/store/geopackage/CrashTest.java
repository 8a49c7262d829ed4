package org.yunga.core.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.figure.Figure;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.ExplainedException;

/**
 * Killed at any moment, or out of disk, the store holds the old release or the new one, whole, and
 * what waited to be published, whole.
 */
class CrashTest {

  private static final int KILLS = Integer.getInteger("yunga.kills", 12);
  private static final long SEED = Long.getLong("yunga.seed", 2026);

  @TempDir private Path folder;

  @Test
  void killedAtAnyMomentItHoldsOneWholeRelease() throws Exception {
    Random random = new Random(SEED);
    int inTransaction = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      String last = publishAndKill(kill * 1000 + 1, random);
      inTransaction += last.equals("plot") ? 1 : 0;
      assertWhole("kill " + kill + " of seed " + SEED + " after '" + last + "'");
    }
    assertThat(inTransaction).as("kills in the middle of a transaction").isPositive();
  }

  private long confirmed;

  /** Lets a program publish and kills it; gives the last line it wrote before. */
  private String publishAndKill(int edition, Random random)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PublishingLoop.class.getName(),
                folder.toString(),
                String.valueOf(edition))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // from the first plot of the first transaction to the fifth release
    int lines = 1 + random.nextInt(5 * PublishingLoop.SIZE);
    String last = "";
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < lines; i++) {
        last = out.readLine();
        assertThat(last).as("the program runs").isNotNull();
        confirm(last);
      }
      LockSupport.parkNanos(random.nextInt(20_000_000)); // also between two lines
      // by its handle: the process itself would close what is still to be read
      process.toHandle().destroyForcibly();
      process.waitFor();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        confirm(line);
        last = line;
      }
    }
    return last;
  }

  private void confirm(String line) {
    if (line.matches("release [0-9]+")) {
      confirmed = Long.parseLong(line.substring("release ".length()));
    }
  }

  private void assertWhole(String when) throws SQLException {
    assertThat(text("PRAGMA integrity_check")).as(when).isEqualTo("ok");
    try (Store store = GeoPackageStore.open(folder)) {
      Release release = store.latestRelease();
      assertThat(release.number()).as(when).isGreaterThanOrEqualTo(confirmed);
      ReleaseContent content = store.readLatest();
      if (release.datasets().size() == 2) {
        assertThat(content.figures()).as(when).hasSize(PublishingLoop.SIZE);
        assertThat(content.figures())
            .extracting(Figure::value)
            .as(when)
            .containsOnly(content.figures().get(0).value());
      }
      assertThat(store.audit().verify(Optional.empty()).findings()).as(when).isEmpty();
      assertThat(store.audit().before(Long.MAX_VALUE, 2))
          .as(when)
          .anySatisfy(entry -> assertThat(entry.release()).contains(release.number()));
      for (StagedDataset staged : store.staged()) {
        assertThat(staged.parts().get(0).counts())
            .as(when)
            .isEqualTo(new KeptDataset.Counts(PublishingLoop.SIZE, 0, PublishingLoop.SIZE));
      }
    }
  }

  private String text(String sql) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("yunga.gpkg"))) {
      return Sql.query(connection, sql, row -> row.getString(1)).get(0);
    }
  }

  /** SQLite's own limit on the pages of a file fails as a full disk does, with SQLITE_FULL. */
  @Test
  void withoutRoomTheOldReleaseStaysAndTheReasonIsTold() throws SQLException {
    try (Store store = GeoPackageStore.open(folder)) {
      store.publish(reference(region(SAN_MARTIN, "San Martín")));
      store.publish(figures(1, figure(SAN_MARTIN, "coca", "2024", "OPD", 2114)));
    }
    long pages = Long.parseLong(text("PRAGMA page_count"));
    List<String> scripts =
        Stream.concat(
                Migrations.all().stream(),
                Stream.of("PRAGMA max_page_count = " + (pages + 8) + ";\n"))
            .toList();

    try (Store store =
        GeoPackageStore.open(folder, scripts, Clock.systemUTC(), Duration.ofSeconds(1))) {
      Figure[] many =
          IntStream.range(0, 5000)
              .mapToObj(i -> figure(SAN_MARTIN, "coca", String.valueOf(1000 + i), "OPD", 1 + i))
              .toArray(Figure[]::new);
      assertThatThrownBy(() -> store.publish(figures(2, many)))
          .isInstanceOfSatisfying(
              ExplainedException.class,
              e -> {
                assertThat(e.code()).isEqualTo("disk_full");
                assertThat(e.explanation().es()).contains("No hay espacio", folder.toString());
                assertThat(e.explanation().en()).contains("no room left");
              });
      assertThat(store.latestReleaseNumber()).isEqualTo(2);
      assertThat(store.readLatest().figures()).hasSize(1);
      assertThat(store.audit().verify(Optional.empty()).findings()).isEmpty();
      assertThat(store.publish(figures(3)).number()).as("a small one still fits").isEqualTo(3);
    }
    assertThat(text("PRAGMA integrity_check")).isEqualTo("ok");
  }
}
