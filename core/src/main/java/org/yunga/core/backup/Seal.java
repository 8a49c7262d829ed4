package org.yunga.core.backup;

import java.io.IOException;
import java.nio.file.Path;

/** How a backup is kept from who must not read it. */
public sealed interface Seal permits NoSeal, PassphraseSeal, ProgramSeal {

  /** No seal: whoever has the file can read it. */
  Seal NONE = new NoSeal();

  /**
   * A seal that only the holder of a key can open.
   *
   * @param recipient a public key of age ({@code age1...}) or SSH; or an address, name or
   *     fingerprint of a key that GnuPG has
   */
  static Seal forRecipient(String recipient) {
    return ProgramSeal.of(recipient);
  }

  /** What is added to the name of a sealed file, such as {@code .age}. */
  String suffix();

  /**
   * Seals a file.
   *
   * @param plain what to seal
   * @param sealed where to write; not there yet
   * @throws org.yunga.core.text.ExplainedException when that cannot be done, with what to do
   */
  void seal(Path plain, Path sealed) throws IOException;
}
