package org.yunga.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.text.ExplainedException;

/** Sealed by a passphrase, a file opens as it was, or not at all. */
class PassphraseSealTest {

  private static final int PIECE = PieceCipher.PIECE;

  /** Magic, rounds, salt, prefix, check. */
  private static final int HEAD = PassphraseSeal.MAGIC.length + 4 + 16 + 7 + 16;

  private final PassphraseSeal seal = new PassphraseSeal("ñandú correcto", 10);

  @TempDir private Path folder;

  private byte[] sealed(byte[] plain) throws IOException {
    Path from = Files.write(folder.resolve("plain"), plain);
    Path to = folder.resolve("sealed");
    seal.seal(from, to);
    return Files.readAllBytes(to);
  }

  private byte[] opened(byte[] sealed, PassphraseSeal by) throws IOException {
    Path from = Files.write(folder.resolve("given"), sealed);
    Path to = folder.resolve("opened");
    by.open(from, to);
    return Files.readAllBytes(to);
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE})
  void opensAsItWas(int size) throws IOException {
    byte[] sealed = sealed(bytes(size));
    assertThat(opened(sealed, seal)).isEqualTo(bytes(size));
    int pieces = Math.max(1, (size + PIECE - 1) / PIECE);
    assertThat(sealed).hasSize(HEAD + size + pieces * PieceCipher.TAG);
  }

  @Test
  void twoSealsOfOneFileShareNothingAfterTheRounds() throws IOException {
    byte[] one = sealed(bytes(100));
    byte[] other = sealed(bytes(100));
    int rounds = PassphraseSeal.MAGIC.length + 4;
    assertThat(Arrays.copyOfRange(one, rounds, one.length))
        .isNotEqualTo(Arrays.copyOfRange(other, rounds, other.length));
    assertThat(new String(one, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(
            new String(bytes(100), java.nio.charset.StandardCharsets.ISO_8859_1).substring(0, 8));
  }

  @Test
  void anotherPassphraseIsToldAsSuch() throws IOException {
    byte[] sealed = sealed(bytes(10));
    assertRefused(sealed, new PassphraseSeal("ñandu correcto", 10), "passphrase_wrong");
    assertThat(opened(sealed, new PassphraseSeal("n\u0303andu\u0301 correcto", 10)))
        .as("typed on a keyboard that composes accents otherwise")
        .isEqualTo(bytes(10));
  }

  @Test
  void cutAnywhereItDoesNotOpen() throws IOException {
    byte[] sealed = sealed(bytes(2 * PIECE));
    int piece = PIECE + PieceCipher.TAG;
    for (int length :
        new int[] {HEAD - 1, HEAD, HEAD + 1, HEAD + piece - 1, HEAD + piece, sealed.length - 1}) {
      assertRefused(Arrays.copyOf(sealed, length), seal, "backup_damaged");
    }
  }

  @Test
  void changedAnywhereItDoesNotOpen() throws IOException {
    byte[] sealed = sealed(bytes(PIECE + 10));
    for (int at = PassphraseSeal.MAGIC.length; at < sealed.length; at += at < HEAD ? 1 : 5003) {
      byte[] changed = sealed.clone();
      changed[at] ^= 0x01;
      assertThatThrownBy(() -> opened(changed, seal))
          .as("byte %d", at)
          .isInstanceOf(ExplainedException.class);
    }
    byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
    assertRefused(longer, seal, "backup_damaged");
  }

  @Test
  void reorderedItDoesNotOpen() throws IOException {
    byte[] sealed = sealed(bytes(3 * PIECE));
    int piece = PIECE + PieceCipher.TAG;
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, HEAD, swapped, HEAD + piece, piece);
    System.arraycopy(sealed, HEAD + piece, swapped, HEAD, piece);
    assertRefused(swapped, seal, "backup_damaged");
  }

  @Test
  void aShortPassphraseIsRefused() {
    assertThatThrownBy(() -> new PassphraseSeal("corta"))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("12");
  }

  private void assertRefused(byte[] sealed, PassphraseSeal by, String code) {
    assertThatThrownBy(() -> opened(sealed, by))
        .isInstanceOfSatisfying(
            ExplainedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
