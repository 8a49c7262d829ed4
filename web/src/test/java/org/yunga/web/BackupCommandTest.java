package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.reference.ReferenceData;

/** backup and restore on the command line. */
class BackupCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    try (Store store = GeoPackageStore.open(data())) {
      ReferenceData.install(store);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path backups() {
    return folder.resolve("backups");
  }

  private Path onlyBackup() throws IOException {
    try (Stream<Path> files = Files.list(backups())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private Outcome backup(String... more) {
    return run(List.of("backup", backups().toString(), "--data", data().toString()), more);
  }

  private Outcome restore(Path file, String... more) {
    return run(
        List.of("restore", file.toString(), "--data", folder.resolve("new").toString()), more);
  }

  private static Outcome run(List<String> first, String... more) {
    return Outcome.run(Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void anOfficeBacksUpChecksAndRestores() throws IOException {
    Outcome made = backup();
    assertThat(made.exitCode()).as(made.err()).isZero();
    Path file = onlyBackup();
    assertThat(made.out()).contains(file.toString(), "entrega 1", "comprobado");
    String head = made.out().strip().substring(made.out().strip().length() - 64);

    Outcome checked = restore(file, "--check", "--head", head);
    assertThat(checked.exitCode()).as(checked.err()).isZero();
    assertThat(checked.out()).contains("íntegro", head);
    assertThat(GeoPackageStore.isIn(folder.resolve("new"))).isFalse();

    Path half = Files.createDirectories(folder.resolve("new/.yunga-restore"));
    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
    for (String command : new String[] {"releases", "serve"}) {
      Outcome early = run(List.of(command, "--data", half.getParent().toString()));
      assertThat(early.exitCode()).isEqualTo(1);
      assertThat(early.err()).contains("restauración o copia a medias");
    }
    assertThat(restore(file).exitCode()).isZero();
    String verified = run(List.of("audit", "verify", "--data", data().toString())).out();
    assertThat(run(List.of("audit", "verify", "--data", folder.resolve("new").toString())).out())
        .isEqualTo(verified)
        .contains(head);

    Outcome again = restore(file);
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("ya hay datos", "No se cambió nada");
  }

  @Test
  void aPassphraseComesFromAFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "cinco palabras al azar ñ\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    Outcome made = backup("--passphrase-file", secret.toString());
    assertThat(made.exitCode()).isZero();
    Path file = onlyBackup();
    assertThat(file.toString()).endsWith(".zip.sealed");
    assertThat(made.err()).contains("otros usuarios", "chmod 600");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));

    assertThat(restore(file).err()).contains("--passphrase-file", "YUNGA_BACKUP_PASSPHRASE");
    Files.writeString(secret, "otras palabras al azar ñ\n");
    assertThat(restore(file, "--passphrase-file", secret.toString()).err())
        .contains("no es la del respaldo", "No se cambió nada");
    Files.writeString(secret, "cinco palabras al azar ñ\r\n");
    Outcome restored = restore(file, "--passphrase-file", secret.toString());
    assertThat(restored.exitCode()).isZero();
    assertThat(restored.err()).doesNotContain("chmod");
    assertThat(restore(file, "--passphrase-file", folder.toString()).err()).contains("No se puede");
  }

  @Test
  void withoutAStoreThereIsNothingToBackUp() {
    Outcome outcome =
        run(List.of("backup", backups().toString(), "--data", folder.resolve("x").toString()));
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("no hay datos de Yunga");
  }
}
