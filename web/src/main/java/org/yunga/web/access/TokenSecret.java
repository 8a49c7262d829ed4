package org.yunga.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A token as its owner holds it. Told once; a store keeps only its SHA-256.
 *
 * <p>One round of SHA-256 is enough: the token is 256 random bits, so that nobody can find it from
 * its hash by trying, as one can find a password that a person thought of. Slow hashes (bcrypt,
 * Argon2) are for those.
 */
public final class TokenSecret {

  /** So that people and scanners of leaked secrets know what it is. */
  private static final String PREFIX = "yunga_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private TokenSecret(String text) {
    this.text = text;
  }

  /** A new one. */
  public static TokenSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** One that somebody sent. */
  static TokenSecret of(String text) {
    return new TokenSecret(text);
  }

  /** The token itself, to be told to its owner, once. */
  public String reveal() {
    return text;
  }

  /** Its SHA-256 in 64 hexadecimal digits. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Never the token: this is what would stand in a log. */
  @Override
  public String toString() {
    return "TokenSecret";
  }
}
