package org.yunga.web.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import picocli.CommandLine.Option;

/**
 * The option {@code --passphrase-file}, or the variable in its place. A passphrase itself is never
 * an argument: everybody on a machine can read those.
 */
final class PassphraseOption {

  static final String VARIABLE = "YUNGA_BACKUP_PASSPHRASE";

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = {
        "Archivo cuya primera línea es la frase de paso del respaldo; por omisión, la variable "
            + VARIABLE,
        "File whose first line is the passphrase of the backup; by default the variable " + VARIABLE
      })
  private Path file;

  Optional<String> passphrase() {
    if (file == null) {
      return Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isEmpty());
    }
    warnIfOthersMayRead();
    try {
      return Optional.of(
          Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new ExplainedException(
          "passphrase_file_unreadable",
          new Bilingual(
              "No se puede leer la frase de paso en "
                  + file
                  + " ("
                  + e
                  + "). Debe ser un archivo de texto UTF-8.",
              "The passphrase in "
                  + file
                  + " cannot be read ("
                  + e
                  + "). It has to be a text file in UTF-8."),
          e);
    }
  }

  /**
   * A warning and no more: the backup of tonight is worth more than its refusal, and secrets that
   * Kubernetes mounts are readable by all of a container.
   */
  private void warnIfOthersMayRead() {
    try {
      if (!Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
        Console.complain(
            new Bilingual(
                "Advertencia: otros usuarios de este equipo pueden leer la frase de paso en "
                    + file
                    + ". Hágalo solo suyo: chmod 600 "
                    + file,
                "Warning: other users of this machine can read the passphrase in "
                    + file
                    + ". Make it yours alone: chmod 600 "
                    + file));
      }
    } catch (IOException | UnsupportedOperationException e) {
      // not there: reading it says so; or Windows, whose rights are told in another way
    }
  }
}
