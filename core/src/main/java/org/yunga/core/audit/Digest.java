package org.yunga.core.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over values one after another, each with its kind and length: no two lists of values give
 * the same bytes.
 */
public final class Digest {

  private final MessageDigest sha256;

  /** A digest of nothing yet. */
  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Adds a text in UTF-8, or that there is none. */
  public Digest add(String text) {
    return text == null ? add('N', new byte[0]) : add('T', text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a whole number. */
  public Digest add(long number) {
    return add('I', ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  /** Adds a number, all its bits. */
  public Digest add(double number) {
    return add('R', ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
  }

  /** Adds bytes. */
  public Digest add(byte[] bytes) {
    return add('B', bytes);
  }

  private Digest add(char kind, byte[] bytes) {
    sha256.update((byte) kind);
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    sha256.update(bytes);
    return this;
  }

  /** The hash in 64 hexadecimal digits; the digest begins anew. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
