package org.yunga.web.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.audit.Actor;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.http.ProblemException;

/** Files on their way, with small limits. */
class StagingTest {

  private static final Actor ANA = new Actor("ana");
  private static final JsonNode NOTHING_SAID = JsonNodeFactory.instance.objectNode();
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

  private static StagedFile receive(Staging staging, InputStream in) {
    return staging.receive(in, OptionalLong.empty(), "titulos.csv", NOTHING_SAID, ANA);
  }

  private static InputStream table() {
    return new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> folders() throws IOException {
    try (Stream<Path> found = Files.list(incoming)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileOfUnknownLengthIsReadNoFurtherThanTheLimit() throws IOException {
    Staging staging = staging(new StagingLimits(20, 1, 9));

    assertThatThrownBy(() -> receive(staging, table()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("file_too_large");

    assertThat(folders()).isEmpty();
    assertThat(store.staged()).isEmpty();
  }

  @Test
  void noMoreWaitThanMay() {
    Staging staging = staging(new StagingLimits(1 << 20, 1, 1));
    receive(staging, table());

    assertThatThrownBy(() -> receive(staging, table())).hasMessageContaining("too_many_staged");
  }

  @Test
  void noMoreAreReceivedAtATimeThanMay() {
    Staging staging = staging(new StagingLimits(1 << 20, 1, 9));
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
    Path orphan = Files.createDirectories(incoming.resolve("77"));
    Files.writeString(orphan.resolve("a.csv"), "x");
    Path abandoned = Files.createDirectories(incoming.resolve("upload-1"));
    Files.writeString(abandoned.resolve("a.csv"), "x");
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    Files.setLastModifiedTime(abandoned, longAgo);
    Files.createDirectories(incoming.resolve("upload-2"));
    Files.writeString(incoming.resolve("README"), "of somebody else");

    staging(StagingLimits.DEFAULT);

    assertThat(folders()).containsExactly(String.valueOf(waiting), "README", "upload-2");
  }

  @Test
  void aFileThatIsGoneCannotBeCheckedAgainButPublishedOrDiscarded() throws IOException {
    Staging staging = staging(StagingLimits.DEFAULT);
    long number = receive(staging, table()).staged().number();
    Files.delete(incoming.resolve(number + "/titulos.csv"));

    assertThatThrownBy(() -> staging.checkAgain(number, NOTHING_SAID, ANA))
        .hasMessageContaining("file_gone");

    staging.discard(number, ANA);
    assertThat(store.staged()).isEmpty();
  }
}
