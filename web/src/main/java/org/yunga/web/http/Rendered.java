package org.yunga.web.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A finished body with its entity tag; compressed once for each encoding, when first asked for.
 * Compressing at each request would cost more than ten times the throughput.
 */
public final class Rendered {

  /** Below this many bytes compression saves nothing. */
  private static final int WORTH_COMPRESSING = 600;

  private static final int TAG_DIGITS = 16;

  private final byte[] bytes;
  private final String contentType;
  private final Map<Encoding, byte[]> encoded = new ConcurrentHashMap<>();

  /** Made when first asked for: an answer to one request needs none. */
  private volatile String tag;

  /** Content codings of RFC 9110 that we speak, best first. */
  enum Encoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("");

    private final String token;

    Encoding(String token) {
      this.token = token;
    }

    String token() {
      return token;
    }
  }

  /** A body of these bytes. */
  public Rendered(byte[] bytes, String contentType) {
    this.bytes = bytes.clone();
    this.contentType = contentType;
  }

  /** A body of this text in UTF-8. */
  public static Rendered of(String text, String contentType) {
    return new Rendered(text.getBytes(StandardCharsets.UTF_8), contentType);
  }

  public String contentType() {
    return contentType;
  }

  /** Names the content: the same content has the same one. */
  public String hash() {
    if (tag == null) {
      tag = sha256(bytes).substring(0, TAG_DIGITS);
    }
    return tag;
  }

  /** How many bytes it has, not compressed. */
  public int size() {
    return bytes.length;
  }

  /** A quoted entity tag, different for each encoding as RFC 9110 (8.8.3.3) asks. */
  String entityTag(Encoding encoding) {
    return encoding == Encoding.IDENTITY
        ? '"' + hash() + '"'
        : '"' + hash() + '-' + encoding.token() + '"';
  }

  /** The best encoding that the reader accepts and that is worth it. */
  Encoding choose(String acceptEncoding) {
    if (acceptEncoding == null || bytes.length < WORTH_COMPRESSING || !compressible()) {
      return Encoding.IDENTITY;
    }
    // names of encodings have no case (RFC 9110, 8.4.1)
    String accepted = acceptEncoding.toLowerCase(Locale.ROOT).replace(" ", "");
    if (accepts(accepted, Encoding.BROTLI) && Brotli4jLoader.isAvailable()) {
      return Encoding.BROTLI;
    }
    return accepts(accepted, Encoding.GZIP) ? Encoding.GZIP : Encoding.IDENTITY;
  }

  private static boolean accepts(String accepted, Encoding encoding) {
    for (String part : accepted.split(",")) {
      if (part.equals(encoding.token())
          || part.startsWith(encoding.token() + ";q=") && !part.matches(".*;q=0(\\.0*)?")) {
        return true;
      }
    }
    return false;
  }

  private boolean compressible() {
    return contentType.startsWith("text/")
        || contentType.contains("json")
        || contentType.contains("javascript")
        || contentType.contains("svg");
  }

  /** The bytes in an encoding. */
  byte[] bytes(Encoding encoding) {
    return encoding == Encoding.IDENTITY
        ? bytes
        : encoded.computeIfAbsent(encoding, this::compress);
  }

  private byte[] compress(Encoding encoding) {
    try {
      return encoding == Encoding.BROTLI ? Encoder.compress(bytes, brotli()) : gzip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Encoder.Parameters brotli() {
    // 9 is nearly as small as 11 at a fraction of the time; the result is kept
    return Encoder.Parameters.create(9);
  }

  private byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
