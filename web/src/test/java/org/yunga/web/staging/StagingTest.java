package org.yunga.web.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.http.ProblemException;

/** Files on their way, with small limits. */
class StagingTest {

  private static final Actor ANA = new Actor("ana");
  private static final JsonNode NOTHING_SAID = JsonNodeFactory.instance.objectNode();
  private static final JsonNode SAID =
      JsonNodeFactory.instance
          .objectNode()
          .set(
              "constants",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("indicator", "land_titles")
                  .put("series", "PTRT3")
                  .put("period", "2019"));
  private static final PublishConsent ALL_ACCEPTED = new PublishConsent(true, true, true);
  private static final String HALF_GOOD =
      "Títulos\nUBIGEO,Departamento,Títulos\n10,Huánuco,812\n22,Huánuco,7\n";
  private static final String TABLE = "Títulos\nUBIGEO,Departamento,Títulos\n10,Huánuco,812\n";

  @TempDir private Path folder;
  private Path incoming;
  private GeoPackageStore store;

  @BeforeEach
  void open() {
    incoming = folder.resolve("incoming");
    store = GeoPackageStore.open(folder);
    ReferenceData.install(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Staging staging(StagingLimits limits) {
    return new Staging(store, incoming, limits);
  }

  private static StagingLimits limits(long bytes, int uploads, int waiting) {
    return new StagingLimits(bytes, uploads, waiting, 6, Duration.ofMinutes(2));
  }

  private Path own() {
    return StoreFolder.of(store, incoming);
  }

  private Path file(long number) {
    return own().resolve(number + "/file/titulos.csv");
  }

  private static StagedFile receive(Staging staging, InputStream in) {
    return staging.receive(in, OptionalLong.empty(), "titulos.csv", NOTHING_SAID, ANA);
  }

  /** A table that is understood and not published yet. */
  private static long ready(Staging staging, String name) {
    return staging.receive(table(), OptionalLong.empty(), name, SAID, ANA).staged().number();
  }

  private static InputStream table() {
    return new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> folders() throws IOException {
    try (Stream<Path> found = Files.list(own())) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileOfUnknownLengthIsReadNoFurtherThanTheLimit() throws IOException {
    Staging staging = staging(limits(20, 1, 9));

    assertThatThrownBy(() -> receive(staging, table()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("file_too_large");

    assertThat(folders()).isEmpty();
    assertThat(store.staged()).isEmpty();
  }

  @Test
  void noMoreWaitThanMay() {
    Staging staging = staging(limits(1 << 20, 1, 1));
    receive(staging, table());

    assertThatThrownBy(() -> receive(staging, table())).hasMessageContaining("too_many_staged");
  }

  @Test
  void noMoreAreReceivedAtATimeThanMay() {
    Staging staging = staging(limits(1 << 20, 1, 9));
    InputStream sendsAnotherMeanwhile =
        new InputStream() {
          @Override
          public int read() {
            assertThatThrownBy(() -> receive(staging, table()))
                .hasMessageContaining("too_many_uploads");
            return -1;
          }
        };

    assertThatThrownBy(() -> receive(staging, sendsAnotherMeanwhile))
        .hasMessageContaining("file_empty");
    assertThat(receive(staging, table()).staged().number()).as("afterwards").isEqualTo(1);
  }

  @Test
  void whatAKilledProgramLeftIsSweptAtTheNextStart() throws IOException {
    long waiting = receive(staging(StagingLimits.DEFAULT), table()).staged().number();
    Path orphan = Files.createDirectories(own().resolve("77"));
    Files.writeString(orphan.resolve("a.csv"), "x");
    Path abandoned = Files.createDirectories(own().resolve("upload-1"));
    written(abandoned.resolve("a.csv"), Duration.ofDays(1));
    Path slow = Files.createDirectories(own().resolve("upload-2"));
    written(slow.resolve("a.csv"), Duration.ofMinutes(1));
    Files.setLastModifiedTime(slow, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    Files.writeString(own().resolve("README"), "of somebody else");

    staging(StagingLimits.DEFAULT);

    assertThat(folders()).containsExactly(String.valueOf(waiting), "README", "upload-2");
  }

  private static void written(Path file, Duration ago) throws IOException {
    Files.writeString(file, "x");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
  }

  @Test
  void aStartWithAnotherStoreLeavesTheFilesOfTheFirst() throws IOException {
    long number = receive(staging(StagingLimits.DEFAULT), table()).staged().number();
    try (GeoPackageStore other = GeoPackageStore.open(folder.resolve("other"))) {
      ReferenceData.install(other); // in the same second, likely
      new Staging(other, incoming, StagingLimits.DEFAULT);
      assertThat(StoreFolder.of(other, incoming)).isNotEqualTo(own());
      assertThat(other.audit().identity()).isPresent().isNotEqualTo(store.audit().identity());
    }

    assertThat(file(number)).exists();
    assertThat(staging(StagingLimits.DEFAULT).checkAgain(number, NOTHING_SAID, ANA)).isNotNull();
  }

  @Test
  void aStoreThatIsMovedKeepsItsFiles() throws IOException {
    Path before = own();
    store.close();
    Path moved = Files.createDirectories(folder.resolve("moved"));
    Files.move(folder.resolve("yunga.gpkg"), moved.resolve("yunga.gpkg"));
    store = GeoPackageStore.open(moved);

    assertThat(own()).isEqualTo(before);
  }

  /** Publishes half a table; its other half is handed back. */
  private long publishedInPart(Staging staging) {
    long number =
        staging
            .receive(
                new ByteArrayInputStream(HALF_GOOD.getBytes(StandardCharsets.UTF_8)),
                OptionalLong.empty(),
                "titulos.csv",
                SAID,
                ANA)
            .staged()
            .number();
    staging.publish(number, ALL_ACCEPTED, ANA);
    return number;
  }

  @Test
  void rowsHandedBackOfWhatWasPublishedOutliveARestart() throws IOException {
    long number = publishedInPart(staging(StagingLimits.DEFAULT));

    Staging again = staging(StagingLimits.DEFAULT);

    assertThat(file(number)).as("the file itself is in the store").doesNotExist();
    assertThat(again.refused(number)).content().contains("22,Huánuco,7");
  }

  @Test
  void butNotForMoreThanNinetyDays() throws IOException {
    Staging staging = staging(StagingLimits.DEFAULT);
    long number = publishedInPart(staging);
    Path rows = staging.refused(number);
    written(rows, Duration.ofDays(Sweeper.KEPT_DAYS - 1));
    staging(StagingLimits.DEFAULT);
    assertThat(rows).exists();

    written(rows, Duration.ofDays(Sweeper.KEPT_DAYS + 1));
    staging(StagingLimits.DEFAULT);

    assertThat(rows).doesNotExist();
    assertThat(folders()).isEmpty();
    assertThatThrownBy(() -> staging.refused(number))
        .hasMessageContaining("unknown_refused")
        .hasMessageContaining("90 days");
  }

  @Test
  void ofTooManyRowsHandedBackTheOldestGo() throws IOException {
    Staging staging = staging(StagingLimits.DEFAULT);
    long first = publishedInPart(staging);
    Path older = staging.refused(first);
    store.rollBack(1, ANA);
    long second = publishedInPart(staging);
    written(older, Duration.ofDays(1));
    Path newer = staging.refused(second);

    new Sweeper(own(), store, Files.size(newer)).sweep();

    assertThat(older).doesNotExist();
    assertThat(newer).exists();
  }

  @Test
  void aFileThatIsGoneCannotBeCheckedAgainButPublishedOrDiscarded() throws IOException {
    Staging staging = staging(StagingLimits.DEFAULT);
    long number = receive(staging, table()).staged().number();
    Files.delete(file(number));

    assertThatThrownBy(() -> staging.checkAgain(number, NOTHING_SAID, ANA))
        .hasMessageContaining("file_gone");

    staging.discard(number, ANA);
    assertThat(store.staged()).isEmpty();
  }

  /** As on a node that another one sent nothing of the file but what is in the database. */
  @Test
  void withoutItsFileItIsPublishedOnlyWhileTheReleaseIsTheOneItWasCheckedAgainst()
      throws IOException {
    Staging staging = staging(StagingLimits.DEFAULT);
    long one = ready(staging, "uno.csv");
    long two = ready(staging, "dos.csv");
    long three = ready(staging, "tres.csv");
    for (String file : List.of(one + "/file/uno.csv", two + "/file/dos.csv")) {
      Files.delete(own().resolve(file));
    }
    assertThat(staging.publish(one, ALL_ACCEPTED, ANA).number()).isEqualTo(2);

    assertThatThrownBy(() -> staging.publish(two, ALL_ACCEPTED, ANA))
        .hasMessageContaining("file_gone")
        .hasMessageContaining("not on this server");
    assertThatThrownBy(() -> staging.publish(three, ALL_ACCEPTED, ANA))
        .as("checked again, it brings nothing new")
        .hasMessageContaining("release_moved");

    assertThat(store.latestReleaseNumber()).isEqualTo(2);
    assertThat(store.staged()).as("nothing is lost").hasSize(2);
  }

  @Test
  void aReleaseBetweenCheckAndPublishIsTold() {
    long number = ready(staging(StagingLimits.DEFAULT), "uno.csv");
    Store raced = before("publishStaged", this::publishesOthers);
    Staging staging = new Staging(raced, incoming, StagingLimits.DEFAULT);

    assertThatThrownBy(() -> staging.publish(number, ALL_ACCEPTED, ANA))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("release_moved")
        .hasMessageContaining("nothing is lost");

    assertThat(store.staged()).hasSize(1);
    assertThat(staging(StagingLimits.DEFAULT).publish(number, ALL_ACCEPTED, ANA).number())
        .as("again")
        .isEqualTo(store.latestReleaseNumber());
  }

  private void publishesOthers() {
    store.retire(ReferenceData.dataset().id(), ANA);
    store.rollBack(1, ANA);
  }

  /** The store, where something else happens just before a method is called. */
  private Store before(String method, Runnable... events) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                for (Runnable event : events) {
                  event.run();
                }
              }
              try {
                return called.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** What is being checked asks for the next check: that one finds no place, or no turn. */
  @ParameterizedTest
  @CsvSource({"0, 60000", "1, 0"})
  void whoWaitsTooLongForACheckIsToldToComeBack(int places, long millis) {
    AtomicReference<Staging> self = new AtomicReference<>();
    AtomicReference<Throwable> second = new AtomicReference<>();
    Runnable another =
        () -> second.compareAndSet(null, catchThrowable(() -> receive(self.get(), table())));
    StagingLimits limits = new StagingLimits(1 << 20, 4, 9, places, Duration.ofMillis(millis));
    self.set(new Staging(before("readLatest", another), incoming, limits));

    StagedFile first = receive(self.get(), table());

    assertThat(second.get())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("checks_busy");
              assertThat(e.problem().status()).isEqualTo(503);
            });
    assertThat(store.staged()).extracting(StagedDataset::number).containsExactly(1L);
    assertThat(first.staged().number()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "file", "1", "upload-1", "a.csv-wal"})
  void noNameOfAFileMeansAnything(String name) throws IOException {
    Path received = incoming().receive(table(), name, OptionalLong.empty());

    Path kept = incoming().keep(received, 1);

    assertThat(incoming().file(1)).contains(kept);
    assertThat(incoming().refused(1)).isEmpty();
    Files.writeString(Incoming.emptyRefused(kept).resolve("r.csv"), "x");
    assertThat(incoming().refused(1).orElseThrow()).hasFileName("r.csv");
    assertThat(kept).hasContent(TABLE);
  }

  @Test
  void whatSqliteLeavesBesideAFileIsNotTakenForIt() throws IOException {
    Path kept = incoming().keep(incoming().receive(table(), "coca.gpkg", OptionalLong.empty()), 1);
    for (String ending : List.of("-wal", "-shm", "-journal")) {
      Files.writeString(kept.resolveSibling("coca.gpkg" + ending), "x");
    }

    assertThat(incoming().file(1)).contains(kept);
    Files.delete(kept);
    Files.delete(kept.resolveSibling("coca.gpkg-shm"));
    Files.delete(kept.resolveSibling("coca.gpkg-journal"));
    assertThat(incoming().file(1)).as("a file may be called so").isPresent();
  }

  private Incoming incoming() {
    return new Incoming(own(), 1 << 20);
  }

  /**
   * 120 times ñ are 240 bytes; file systems take 255, and the file handed back has a longer name.
   */
  @ParameterizedTest
  @CsvSource({"98, true", "99, false"})
  void namesAreMeasuredInBytes(int letters, boolean good) {
    String name = "ñ".repeat(letters) + ".csv";
    Staging staging = staging(StagingLimits.DEFAULT);

    Throwable thrown =
        catchThrowable(
            () -> staging.receive(table(), OptionalLong.empty(), name, NOTHING_SAID, ANA));

    if (good) {
      assertThat(thrown).isNull();
    } else {
      assertThat(thrown).hasMessageContaining("bad_file_name").hasMessageContaining("200 bytes");
    }
  }
}
