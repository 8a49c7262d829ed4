package org.yunga.core.access;

import java.time.Instant;
import java.util.Optional;
import org.yunga.core.audit.Actor;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;

/**
 * What a store knows of a token; the token itself is never kept.
 *
 * @param name what it is for; the audit names it
 * @param sha256 hash of the token, 64 hexadecimal digits
 * @param created when
 * @param createdBy by whom
 * @param expires from when on it is of no use; empty for never
 * @param revoked since when it is of no use; empty while it is in force
 */
public record AccessToken(
    String name,
    String sha256,
    Instant created,
    Actor createdBy,
    Optional<Instant> expires,
    Optional<Instant> revoked) {

  /** Checks the name, and the hash so that the token itself is not kept by mistake. */
  public AccessToken {
    checkName(name);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a SHA-256 in hexadecimal digits");
    }
  }

  /** A token that begins. */
  public static AccessToken of(
      String name, String sha256, Instant created, Actor by, Optional<Instant> expires) {
    return new AccessToken(name, sha256, created, by, expires, Optional.empty());
  }

  /** Whether it opens anything at a moment. */
  public boolean isValid(Instant now) {
    return revoked.isEmpty() && expires.map(now::isBefore).orElse(true);
  }

  private static void checkName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new ExplainedException(
          "bad_token_name",
          new Bilingual(
              "'"
                  + name.replaceAll("\\p{Cntrl}", "?")
                  + "' no sirve de nombre. Use de 1 a 64 letras sin tilde, cifras, puntos o"
                  + " guiones, por ejemplo oficina-tarapoto.",
              "'"
                  + name.replaceAll("\\p{Cntrl}", "?")
                  + "' will not do for a name. Use 1 to 64 letters without accents, digits, dots or"
                  + " hyphens, for example oficina-tarapoto."));
    }
  }
}
