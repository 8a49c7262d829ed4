package org.yunga.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yunga.core.text.Bilingual;

/**
 * Sends files from disk, whole or a part of them (RFC 9110, 14): who loses the connection goes on
 * where it broke, and GDAL reads only what it needs. Memory does not grow with the file.
 */
public final class FileResponder {

  private static final Logger LOG = LoggerFactory.getLogger(FileResponder.class);
  private static final int CHUNK = 1 << 16;

  /**
   * What is sent.
   *
   * @param path where it lies
   * @param bytes its size
   * @param sha256 its hash, which is its entity tag
   * @param contentType its media type
   * @param saveAs name that a browser saves it under; empty for one that is to be shown
   */
  public record Content(Path path, long bytes, String sha256, String contentType, String saveAs) {}

  private FileResponder() {}

  /**
   * Sends the file, the part asked for, or 304.
   *
   * @throws ProblemException 416 when the part lies behind the end
   */
  public static void send(Context context, Content content, String cacheControl) {
    context.disableCompression();
    String tag = '"' + content.sha256() + '"';
    boolean known = Responder.isKnown(context.header("If-None-Match"), tag);
    ByteRange range = known ? ByteRange.whole(content.bytes()) : range(context, content, tag);
    context.header("ETag", tag);
    context.header("Cache-Control", cacheControl);
    context.header("Accept-Ranges", "bytes");
    byte[] hash = HexFormat.of().parseHex(content.sha256());
    context.header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");
    if (known) {
      context.status(304);
      return;
    }
    context.contentType(content.contentType());
    if (!content.saveAs().isEmpty()) {
      context.header("Content-Disposition", "attachment; filename=\"" + content.saveAs() + "\"");
    }
    if (range.bytes() < content.bytes()) {
      context.status(206);
      context.header("Content-Range", range.told(content.bytes()));
    }
    context.res().setContentLengthLong(range.bytes());
    if (context.method() != HandlerType.HEAD) {
      write(context, content.path(), range);
    }
  }

  /** A part counts for GET alone, and only of the file that the reader has begun (If-Range). */
  private static ByteRange range(Context context, Content content, String tag) {
    String asked = context.header("Range");
    String condition = context.header("If-Range");
    boolean whole =
        asked == null
            || context.method() != HandlerType.GET
            || condition != null && !condition.equals(tag);
    if (whole) {
      return ByteRange.whole(content.bytes());
    }
    return ByteRange.parse(asked, content.bytes())
        .orElseThrow(
            () -> {
              context.header("Content-Range", "bytes */" + content.bytes());
              return notSatisfiable(asked, content.bytes());
            });
  }

  private static ProblemException notSatisfiable(String asked, long bytes) {
    return new ProblemException(
        Problem.of(
            416,
            "range_not_satisfiable",
            new Bilingual(
                "Se pidió Range: "
                    + asked
                    + ", y el archivo tiene "
                    + bytes
                    + " bytes. Pida una parte que empiece antes de su fin.",
                "Range: "
                    + asked
                    + " was asked for, and the file has "
                    + bytes
                    + " bytes. Ask for a part that begins before its end.")));
  }

  private static void write(Context context, Path path, ByteRange range) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      OutputStream out = context.res().getOutputStream();
      file.position(range.first());
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      long left = range.bytes();
      while (left > 0) {
        chunk.clear().limit((int) Math.min(CHUNK, left));
        int read = file.read(chunk);
        if (read < 0) {
          throw new IOException(path.getFileName() + " became shorter while it was sent");
        }
        out.write(chunk.array(), 0, read);
        left -= read;
      }
    } catch (EofException e) {
      // the reader has gone, as GDAL does when it has seen enough
      LOG.debug("{} was not read to its end", path.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
