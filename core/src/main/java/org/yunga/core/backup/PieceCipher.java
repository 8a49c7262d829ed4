package org.yunga.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM over pieces, each with its number and whether it is the last in its nonce.
 *
 * @param key 32 bytes, used for one file only
 * @param prefix what nonces begin with
 */
record PieceCipher(byte[] key, byte[] prefix) {

  static final int PREFIX = 7;
  static final int PIECE = 1 << 16;
  static final int TAG = 16;
  private static final int NONCE = 12;

  void encrypt(InputStream in, OutputStream out) throws IOException, GeneralSecurityException {
    run(Cipher.ENCRYPT_MODE, PIECE, in, out);
  }

  /**
   * Gives out what it has checked.
   *
   * @throws AEADBadTagException when a piece is not as it was written, not where it was, or the
   *     last one is missing
   */
  void decrypt(InputStream in, OutputStream out) throws IOException, GeneralSecurityException {
    run(Cipher.DECRYPT_MODE, PIECE + TAG, in, out);
  }

  private void run(int mode, int size, InputStream in, OutputStream out)
      throws IOException, GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] piece = in.readNBytes(size);
    boolean last = false;
    for (int number = 0; !last; number = Math.incrementExact(number)) {
      byte[] next = in.readNBytes(size);
      last = next.length == 0;
      cipher.init(
          mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce(number, last)));
      if (mode == Cipher.DECRYPT_MODE && piece.length < TAG) {
        throw new AEADBadTagException("No room for a tag"); // the JDK fails in other ways
      }
      out.write(cipher.doFinal(piece));
      piece = next;
    }
  }

  private byte[] nonce(int number, boolean last) {
    return ByteBuffer.allocate(NONCE).put(prefix).putInt(number).put((byte) (last ? 1 : 0)).array();
  }
}
