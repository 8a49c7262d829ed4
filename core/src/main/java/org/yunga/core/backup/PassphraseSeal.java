package org.yunga.core.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals by a passphrase: AES-256-GCM over pieces of 64 KiB, by Java's own ciphers.
 *
 * <p>The key comes by PBKDF2 with HMAC-SHA-256, {@value #ITERATIONS} rounds (OWASP, Password
 * Storage Cheat Sheet, 2023) and a salt of 128 random bits. Pieces follow STREAM (Hoang,
 * Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance, CRYPTO 2015): the nonce of each holds its number and whether it is the last
 * one, so that a file that was cut, reordered or changed is never taken for whole. A short check
 * tells a wrong passphrase from a damaged file.
 */
public final class PassphraseSeal implements Seal {

  /** The fewest characters of a passphrase. */
  public static final int FEWEST_CHARACTERS = 12;

  static final byte[] MAGIC = "yunga-sealed-1\n".getBytes(StandardCharsets.US_ASCII);

  static final int ITERATIONS = 600_000;
  private static final int MOST_ITERATIONS = 10_000_000;
  private static final int SALT = 16;
  private static final int PREFIX = PieceCipher.PREFIX;
  private static final int CHECK = 16;
  private static final int KEY_BITS = 256;

  private final char[] passphrase;
  private final int iterations;

  /**
   * A seal by a passphrase.
   *
   * @throws org.yunga.core.text.ExplainedException when it is shorter than {@value
   *     #FEWEST_CHARACTERS} characters
   */
  public PassphraseSeal(String passphrase) {
    this(passphrase, ITERATIONS);
    if (passphrase.length() < FEWEST_CHARACTERS) {
      throw SealExceptions.shortPassphrase(FEWEST_CHARACTERS);
    }
  }

  /** For tests, which have no time for many rounds. */
  PassphraseSeal(String passphrase, int iterations) {
    this.passphrase = Normalizer.normalize(passphrase, Normalizer.Form.NFC).toCharArray();
    this.iterations = iterations;
  }

  /** What a file of this seal begins with. */
  private record Head(int iterations, byte[] salt, byte[] prefix, byte[] check) {}

  private record Keys(byte[] key, byte[] check) {}

  static boolean isOn(byte[] first) {
    return startsWith(first, MAGIC);
  }

  static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length && Arrays.equals(magic, Arrays.copyOf(bytes, magic.length));
  }

  @Override
  public String suffix() {
    return ".sealed";
  }

  @Override
  public void seal(Path plain, Path sealed) throws IOException {
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[SALT];
    byte[] prefix = new byte[PREFIX];
    random.nextBytes(salt);
    random.nextBytes(prefix);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(plain));
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(sealed)))) {
      Keys keys = keys(iterations, salt, prefix);
      out.write(MAGIC);
      out.writeInt(iterations);
      out.write(salt);
      out.write(prefix);
      out.write(keys.check());
      new PieceCipher(keys.key(), prefix).encrypt(in, out);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM and PBKDF2", e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @throws org.yunga.core.text.ExplainedException when the passphrase is another one, or the file
   *     is not as it was written
   */
  void open(Path sealed, Path plain) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(sealed)))) {
      Head head = head(in, sealed);
      Keys keys = keys(head.iterations(), head.salt(), head.prefix());
      if (!MessageDigest.isEqual(keys.check(), head.check())) {
        throw SealExceptions.wrongPassphrase(sealed);
      }
      try (var out = new BufferedOutputStream(Files.newOutputStream(plain))) {
        new PieceCipher(keys.key(), head.prefix()).decrypt(in, out);
      }
    } catch (AEADBadTagException | EOFException e) {
      throw BackupExceptions.damaged(sealed, "AES-GCM", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM and PBKDF2", e);
    }
  }

  private static Head head(DataInputStream in, Path sealed) throws IOException {
    in.skipNBytes(MAGIC.length);
    int iterations = in.readInt();
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw BackupExceptions.damaged(sealed, "PBKDF2 " + iterations, null);
    }
    byte[] salt = exactly(in, SALT);
    byte[] prefix = exactly(in, PREFIX);
    return new Head(iterations, salt, prefix, exactly(in, CHECK));
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private Keys keys(int rounds, byte[] salt, byte[] prefix) throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, KEY_BITS);
    byte[] master =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    spec.clearPassword();
    byte[] check = Arrays.copyOf(hmac(master, "check", prefix), CHECK);
    return new Keys(hmac(master, "key", prefix), check);
  }

  private static byte[] hmac(byte[] key, String purpose, byte[] context)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
    return mac.doFinal(context);
  }
}
