package org.yunga.core.backup;

import java.nio.file.Path;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/** What can be wrong with the seal of a backup, in words. */
final class SealExceptions {

  private SealExceptions() {}

  static ExplainedException shortPassphrase(int fewest) {
    return new ExplainedException(
        "passphrase_short",
        new Bilingual(
            "La frase de paso es demasiado corta: use al menos "
                + fewest
                + " caracteres, por ejemplo cinco palabras al azar.",
            "The passphrase is too short: use at least "
                + fewest
                + " characters, five random words for example."));
  }

  static ExplainedException passphraseMissing(Path file) {
    return new ExplainedException(
        "passphrase_missing",
        new Bilingual(
            "El respaldo "
                + file
                + " está cifrado con una frase de paso. Indíquela con --passphrase-file ARCHIVO o en"
                + " la variable YUNGA_BACKUP_PASSPHRASE.",
            "The backup "
                + file
                + " is sealed by a passphrase. Give it by --passphrase-file FILE, or in the variable"
                + " YUNGA_BACKUP_PASSPHRASE."));
  }

  static ExplainedException wrongPassphrase(Path file) {
    return new ExplainedException(
        "passphrase_wrong",
        new Bilingual(
            "La frase de paso no es la del respaldo "
                + file
                + ". No se cambió nada. Revise mayúsculas, espacios y que sea la de esa fecha.",
            "The passphrase is not that of the backup "
                + file
                + ". Nothing was changed. Check capitals, spaces, and that it is the one of that"
                + " date."));
  }

  static ExplainedException badRecipient(String given) {
    return new ExplainedException(
        "recipient_invalid",
        new Bilingual(
            "'"
                + given
                + "' no es un destinatario. Indique una clave pública de age (age1...) o de SSH, o el"
                + " correo o la huella de una clave de GnuPG.",
            "'"
                + given
                + "' is no recipient. Give a public key of age (age1...) or SSH, or the address or"
                + " fingerprint of a GnuPG key."));
  }

  static ExplainedException programMissing(String program, Throwable cause) {
    String debian = program.equals(ProgramSeal.GPG) ? "gnupg" : program;
    return new ExplainedException(
        "program_missing",
        new Bilingual(
            "Falta el programa "
                + program
                + ". Instálelo (Debian: apt install "
                + debian
                + "), o use una frase de paso, que no lo necesita.",
            "The program "
                + program
                + " is missing. Install it (Debian: apt install "
                + debian
                + "), or use a passphrase, which does without."),
        cause);
  }

  static ExplainedException programRefused(String program, String said) {
    return new ExplainedException(
        "not_sealed",
        new Bilingual(
            program
                + " no cifró el respaldo y no quedó ninguno: "
                + said
                + " Revise el destinatario y que "
                + program
                + " tenga su clave pública.",
            program
                + " did not seal the backup, and none was left: "
                + said
                + " Check the recipient, and that "
                + program
                + " has that public key."));
  }

  static ExplainedException identityMissing(Path file) {
    return new ExplainedException(
        "identity_missing",
        new Bilingual(
            "El respaldo "
                + file
                + " está cifrado con age. Indique el archivo de la clave secreta con --identity"
                + " ARCHIVO.",
            "The backup "
                + file
                + " is sealed by age. Name the file of the secret key by --identity FILE."));
  }

  static ExplainedException notOpened(String program, Path file, String said) {
    return new ExplainedException(
        "not_opened",
        new Bilingual(
            program
                + " no abrió el respaldo "
                + file
                + ": "
                + said
                + " No se cambió nada. O la clave secreta es otra, o el archivo está incompleto o"
                + " dañado.",
            program
                + " did not open the backup "
                + file
                + ": "
                + said
                + " Nothing was changed. Either the secret key is another one, or the file is cut"
                + " off or damaged."));
  }
}
