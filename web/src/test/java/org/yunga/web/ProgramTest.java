package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.store.geopackage.GeoPackageStore;

/** The program in a process of its own: languages of the terminal, start and stop. */
@Timeout(120)
class ProgramTest {

  private static final int STOP_SECONDS = 30;

  @TempDir private Path folder;

  /** The program, on a machine without a locale. */
  private static Process start(String language, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("org.yunga.web.Main");
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    process.environment().put("YUNGA_LANG", language);
    return process.start();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"es_PE.UTF-8 | el puerto está en uso", "en_US.UTF-8 | the port is in use"})
  void aPortInUseIsToldInTheLanguageOfTheTerminal(String language, String told)
      throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      Process program = start(language, "serve", "--port", port, "--data", folder.toString());
      String text = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(text).contains(told, "127.0.0.1:" + port, "--port").doesNotContain("\tat ");
      assertThat(program.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void servesUntilItIsToldToStop() throws IOException, InterruptedException {
    Process program = start("en", "serve", "--port=0", "--data", folder.toString());
    try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
      Client client = new Client(portOf(lines));
      assertThat(client.get("/api/v1/info").status()).isEqualTo(200);

      program.destroy();

      assertThat(program.waitFor(STOP_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      program.destroyForcibly();
    }
    assertThat(folder.resolve("yunga.gpkg-wal")).as("all is in the file").doesNotExist();
    try (GeoPackageStore store = GeoPackageStore.open(folder)) {
      assertThat(store.latestReleaseNumber()).isEqualTo(1);
    }
  }

  private static int portOf(BufferedReader lines) throws IOException {
    Pattern address = Pattern.compile("Yunga is at http://127\\.0\\.0\\.1:(\\d+)");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = address.matcher(line);
      if (found.find()) {
        return Integer.parseInt(found.group(1));
      }
    }
    throw new AssertionError("The program ended without an address");
  }
}
