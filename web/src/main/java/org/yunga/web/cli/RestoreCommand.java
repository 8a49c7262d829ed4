package org.yunga.web.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yunga.core.backup.BackupManifest;
import org.yunga.core.backup.Restore;
import org.yunga.core.store.sql.StoreTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yunga restore}: a backup into an empty folder or database, of either kind. */
@Command(
    name = "restore",
    description = {
      "Restaura un respaldo en una carpeta o base de datos vacía, después de comprobarlo todo.",
      "Restores a backup into an empty folder or database, after all of it was checked."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = {"El respaldo", "The backup"})
  private Path file;

  @Mixin private DataFolder data;

  @Mixin private PassphraseOption passphrase;

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description = {"Clave secreta de age", "Secret key of age"})
  private Path identity;

  @Option(
      names = "--head",
      paramLabel = "SHA256",
      description = {
        "Asiento de la auditoría que usted guardó; el respaldo debe contenerlo",
        "Entry of the audit that you kept; the backup must hold it"
      })
  private String head;

  @Option(
      names = "--check",
      description = {
        "Solo comprueba el respaldo entero y no restaura nada",
        "Only checks the whole backup and restores nothing"
      })
  private boolean check;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = {
        "Carpeta donde se comprueba, unas tres veces el almacén; por omisión, la de datos",
        "Folder to check in, some three times the store; by default the data folder"
      })
  private Path work;

  @Override
  public Integer call() {
    Restore restore =
        new Restore(
            file.toAbsolutePath().normalize(),
            new Restore.Keys(passphrase.passphrase(), Optional.ofNullable(identity)),
            Optional.ofNullable(head));
    Path workplace = work == null ? data.folder() : work.toAbsolutePath().normalize();
    if (check) {
      BackupManifest manifest = restore.check(workplace);
      Console.say(
          "Respaldo íntegro: " + told(manifest, "entrega") + ". No se restauró nada.",
          "The backup is whole: " + told(manifest, "release") + ". Nothing was restored.");
    } else if (data.isDatabase()) {
      StoreTarget target = data.databaseToFill();
      tell(restore.into(target, workplace), target.place());
    } else {
      tell(restore.into(data.folder()), data.folder().toString());
    }
    return 0;
  }

  private static void tell(BackupManifest manifest, String place) {
    Console.say(
        "Restaurado y comprobado en " + place + ": " + told(manifest, "entrega") + ".",
        "Restored and verified in " + place + ": " + told(manifest, "release") + ".");
  }

  private static String told(BackupManifest manifest, String release) {
    return "%s, %s %d, %s %s"
        .formatted(
            manifest.madeAt(),
            release,
            manifest.release(),
            manifest.storeKind(),
            manifest.auditHead());
  }
}
