package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/** Backups sealed by age and GnuPG, which have keys of their own here. */
class SealedForAKeyTest {

  @TempDir private Path folder;

  private record Ended(int code, String said) {}

  @BeforeEach
  void fill() {
    try (Store store = GeoPackageStore.open(folder.resolve("data"))) {
      ReferenceData.install(store);
    }
  }

  @AfterEach
  void endGnuPg() throws Exception {
    if (Files.isDirectory(gnupg())) {
      run("gpgconf", "--kill", "all");
    }
  }

  private Path gnupg() {
    return folder.resolve("g");
  }

  private Ended run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GNUPGHOME", gnupg().toString());
    builder.environment().put("YUNGA_LANG", "en");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /** For keys; where the machine lacks the program, the test is skipped unless all is required. */
  private void prepare(String program, String... command) throws InterruptedException {
    try {
      Ended ended = run(command);
      assertThat(ended.code()).as(ended.said()).isZero();
    } catch (IOException e) {
      if ("true".equals(System.getenv("YUNGA_REQUIRE_ALL"))) {
        Assertions.fail(program + " is not installed", e);
      }
      Assumptions.abort(program + " is not installed");
    }
  }

  private Ended yunga(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("org.yunga.web.Main");
    command.addAll(Arrays.asList(arguments));
    return run(command.toArray(String[]::new));
  }

  private Ended backUp(String recipient) throws IOException, InterruptedException {
    return yunga(
        "backup",
        folder.resolve("backups").toString(),
        "--data",
        folder.resolve("data").toString(),
        "--recipient",
        recipient);
  }

  private Path backup() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private Ended restore(String to, String... more) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("restore", backup().toString()));
    all.addAll(List.of("--data", folder.resolve(to).toString()));
    all.addAll(List.of(more));
    return yunga(all.toArray(String[]::new));
  }

  @Test
  void byAge() throws Exception {
    Path secret = folder.resolve("key.txt");
    prepare("age", "age-keygen", "-o", secret.toString());
    String mark = "# public key: ";
    String key =
        Files.readAllLines(secret).stream()
            .filter(line -> line.startsWith(mark))
            .map(line -> line.substring(mark.length()))
            .findFirst()
            .orElseThrow();

    assertThat(backUp(key).said()).contains(".zip.age", "verified");
    assertThat(restore("new").said()).contains("--identity FILE");
    assertThat(restore("new", "--identity", secret.toString()).said()).contains("Restored");
    halve();
    assertThat(restore("other", "--identity", secret.toString()).said())
        .contains("age did not open the backup", "Nothing was changed");
  }

  @Test
  void byGnuPg() throws Exception {
    Files.createDirectory(gnupg());
    gnupg().toFile().setReadable(false, false);
    gnupg().toFile().setReadable(true, true);
    String name = "oficina@example.org";
    prepare("gpg", "gpg", "--batch", "--passphrase", "", "--quick-generate-key", name);

    assertThat(backUp(name).said()).contains(".zip.gpg", "verified");
    assertThat(restore("new").said()).contains("Restored");
    halve();
    assertThat(restore("other").said()).contains("gpg did not open the backup");
    Ended refused = backUp("nobody@example.org");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.said()).contains("gpg did not seal the backup, and none was left");
  }

  private void halve() throws IOException {
    byte[] bytes = Files.readAllBytes(backup());
    Files.write(backup(), Arrays.copyOf(bytes, bytes.length / 2));
  }
}
