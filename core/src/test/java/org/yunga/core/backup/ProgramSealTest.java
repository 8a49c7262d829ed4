package org.yunga.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealing by a program of the machine, here a script in its place. */
class ProgramSealTest {

  @TempDir private Path folder;

  private Path script(String words) throws IOException {
    Path script = Files.writeString(folder.resolve("seal.sh"), "#!/bin/sh\n" + words + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  /** Passphrase and password of the database are in the environment. */
  @Test
  void itDoesNotInheritSecrets() throws IOException {
    Path script = script("env");
    Path sealed = folder.resolve("sealed");
    new ProgramSeal(script.toString(), "x").seal(script, sealed);

    List<String> ofTheShell = List.of("PWD", "OLDPWD", "SHLVL", "_");
    assertThat(Files.readAllLines(sealed))
        .extracting(line -> line.split("=")[0])
        .contains("PATH")
        .filteredOn(name -> !ofTheShell.contains(name))
        .allMatch(name -> ProgramSeal.NEEDED.matcher(name).matches());
    for (String secret : new String[] {"YUNGA_BACKUP_PASSPHRASE", "PGPASSWORD", "PGPASSFILE"}) {
      assertThat(ProgramSeal.NEEDED.matcher(secret).matches()).isFalse();
    }
    assertThat(System.getenv().keySet())
        .as("there was something to leave out")
        .anyMatch(name -> !ProgramSeal.NEEDED.matcher(name).matches());
  }

  @Test
  void aFullDiskIsNotTakenForAMissingKey() throws IOException {
    Path script = script("echo 'age: No space left on device' >&2; exit 1");
    ProgramSeal seal = new ProgramSeal(script.toString(), "x");
    assertThatThrownBy(() -> seal.seal(script, folder.resolve("sealed")))
        .hasMessageContaining("disk_full");
  }
}
