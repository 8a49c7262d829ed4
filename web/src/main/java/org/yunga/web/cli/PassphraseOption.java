package org.yunga.web.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import picocli.CommandLine.Option;

/**
 * The option {@code --passphrase-file}, or the variable in its place. A passphrase itself is never
 * an argument: everybody on a machine can read those.
 */
final class PassphraseOption {

  static final String VARIABLE = "YUNGA_BACKUP_PASSPHRASE";

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
}
