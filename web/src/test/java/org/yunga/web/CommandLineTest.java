package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.store.geopackage.GeoPackageStore;

/** What the command line says and returns: 0 well, 1 mendable, 2 wrong usage. */
class CommandLineTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "--version,    Yunga",
    "--help,       serve",
    "--help,       Seguimiento geoespacial del desarrollo alternativo en el Perú.",
    "serve --help, --port=PORT",
    "serve --help, --data=DIR",
    "load --help,  --dry-run"
  })
  void saysWhatItIs(String arguments, String told) {
    Outcome outcome = Outcome.run(arguments.split(" "));

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains(told);
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hoe,                No se conoce 'hoe'.",
    "serve --prot 8080,  No se conoce '--prot 8080'.",
    "serve --port abc,   'abc' no vale para --port: se espera un número.",
    "serve --port,       Falta --port.",
    "load,               Falta FILE.",
    "serve here,         No se conoce 'here'."
  })
  void wrongUsageEndsWithTwoAndNamesTheMistake(String arguments, String mistake) {
    Outcome outcome = Outcome.run(arguments.split(" "));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(mistake, "Vea scripts/yunga", "--help")
        .doesNotContain("Exception");
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"70000", "-1", "65536"})
  void aPortThatDoesNotExistIsRefusedBeforeAnythingIsTouched(String port) {
    Path data = folder.resolve("data");
    Outcome outcome = Outcome.run("serve", "--port=" + port, "--data", data.toString());

    assertMendable(outcome, port, "65535");
    assertThat(data).doesNotExist();
  }

  @Test
  void aPortInUseIsNamedWithTheOptionForAnother() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      Outcome outcome = Outcome.run("serve", "--port", port, "--data", folder.toString());

      assertMendable(outcome, port, "--port");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-host.invalid", "192.0.2.1"})
  void anAddressThatIsNotOfThisMachineIsNamed(String host) {
    Outcome outcome = Outcome.run("serve", "--port=0", "--host", host, "--data", folder.toString());

    assertMendable(outcome, host);
  }

  @Test
  void aFileInPlaceOfTheDataFolderIsLeftAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mis notas");

    assertMendable(
        Outcome.run("serve", "--port=0", "--data", file.toString()), file.toString(), "--data");
    assertMendable(
        Outcome.run("serve", "--port=0", "--data", file + "/below"), file.toString(), "--data");
    assertThat(file).hasContent("mis notas");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is not a database",
        "SQLite format 3\0 but the rest of the page is not a database at all"
      })
  void aDamagedStoreIsLeftByteForByte(String content) throws IOException {
    Path store = Files.writeString(folder.resolve("yunga.gpkg"), content.repeat(200));
    byte[] before = Files.readAllBytes(store);

    Outcome outcome = Outcome.run("serve", "--port=0", "--data", folder.toString());

    assertMendable(outcome, store.toString());
    assertThat(store).hasBinaryContent(before);
  }

  @Test
  void aTruncatedStoreIsLeftByteForByte() throws IOException {
    GeoPackageStore.open(folder).close();
    Path store = folder.resolve("yunga.gpkg");
    byte[] whole = Files.readAllBytes(store);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    Files.write(store, half);

    Outcome outcome = Outcome.run("serve", "--port=0", "--data", folder.toString());

    assertMendable(outcome, store.toString());
    assertThat(store).hasBinaryContent(half);
  }

  @Test
  void aStoreOfANewerProgramIsLeftByteForByte() throws IOException, SQLException {
    GeoPackageStore.open(folder).close();
    Path store = folder.resolve("yunga.gpkg");
    execute(store, "INSERT INTO yunga_schema (version) VALUES (99)");
    byte[] before = Files.readAllBytes(store);

    Outcome outcome = Outcome.run("serve", "--port=0", "--data", folder.toString());

    assertMendable(outcome, store.toString(), "99");
    assertThat(store).hasBinaryContent(before);
  }

  @Test
  void somebodyElsesDatabaseIsLeftByteForByte() throws IOException, SQLException {
    Path store = folder.resolve("yunga.gpkg");
    execute(store, "CREATE TABLE parcels (id INTEGER)");
    byte[] before = Files.readAllBytes(store);

    Outcome outcome = Outcome.run("serve", "--port=0", "--data", folder.toString());

    assertMendable(outcome, store.toString());
    assertThat(store).hasBinaryContent(before);
  }

  private static void execute(Path store, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Something the user can mend: exit code 1, words, no stack trace. */
  private static void assertMendable(Outcome outcome, String... told) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
    assertThat(outcome.err())
        .contains(told)
        .doesNotContain("\tat ", "org.yunga", "IllegalState", "SQLException");
  }
}
