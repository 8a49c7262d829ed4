package org.yunga.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yunga.core.backup.Backup;
import org.yunga.core.backup.PassphraseSeal;
import org.yunga.core.backup.Seal;
import org.yunga.core.store.sql.SqlStore;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.web.http.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga backup}: the whole store in one file, while it is used. */
@Command(
    name = "backup",
    description = {
      "Respalda todo el almacén, con su historia, en un solo archivo, mientras se usa.",
      "Backs up the whole store, with its history, into one file, while it is used."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      description = {"Carpeta de los respaldos", "Folder of the backups"})
  private Path folder;

  @Mixin private DataFolder data;

  @Mixin private PassphraseOption passphrase;

  @Option(
      names = "--recipient",
      paramLabel = "KEY",
      description = {
        "Cifra para quien tiene esta clave: pública de age (age1...) o SSH con age; correo o huella"
            + " con GnuPG",
        "Seals for the holder of this key: a public one of age (age1...) or SSH by age; an address"
            + " or fingerprint by GnuPG"
      })
  private String recipient;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = {
        "Carpeta para la copia aún sin cifrar, unas dos veces el almacén; por omisión, la de datos",
        "Folder for the copy that is not sealed yet, some twice the store; by default the data"
            + " folder"
      })
  private Path work;

  @Override
  public Integer call() {
    Seal seal = seal();
    try (SqlStore store = data.openAsItIs()) {
      Path workplace = work == null ? data.folder() : work.toAbsolutePath().normalize();
      Path target = folder.toAbsolutePath().normalize();
      Backup backup = new Backup(target, workplace, seal, Version.text(), Clock.systemUTC());
      tell(backup.make(store, data.isDatabase() ? "postgis" : "geopackage"));
    }
    return 0;
  }

  private Seal seal() {
    Optional<String> words = passphrase.passphrase();
    if (recipient == null) {
      return words.<Seal>map(PassphraseSeal::new).orElse(Seal.NONE);
    }
    if (words.isPresent()) {
      throw new ExplainedException(
          "options_exclude",
          new Bilingual(
              "Indique una frase de paso o --recipient, no ambas (la frase puede venir de "
                  + PassphraseOption.VARIABLE
                  + ").",
              "Give a passphrase or --recipient, not both (the passphrase may come from "
                  + PassphraseOption.VARIABLE
                  + ")."));
    }
    return Seal.forRecipient(recipient);
  }

  private static void tell(Backup.Made made) {
    long bytes = size(made.file());
    long release = made.manifest().release();
    String head = made.manifest().auditHead();
    Console.say(
        made.file()
            + "\n%,d bytes, entrega %d, comprobado. Último asiento de la auditoría: %s"
                .formatted(bytes, release, head),
        made.file()
            + "\n%,d bytes, release %d, verified. Newest entry of the audit: %s"
                .formatted(bytes, release, head));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
