package org.yunga.web.http;

import io.javalin.http.Context;
import java.io.IOException;

/** Sends a finished body: entity tag, 304, encoding, caching rules. */
public final class Responder {

  /** May be kept, must be asked for again; the answer is mostly 304. */
  public static final String REVALIDATE = "public, max-age=0, must-revalidate";

  /** The address holds a hash of the content: it never changes. */
  public static final String IMMUTABLE = "public, max-age=31536000, immutable";

  /** How large a file is once saved, where it travels compressed. */
  static final String FILE_BYTES = "X-File-Bytes";

  private Responder() {}

  /** Sends the body, or 304 when the reader has it already. */
  public static void send(Context context, Rendered body, String cacheControl) {
    context.disableCompression();
    Rendered.Encoding encoding = body.choose(context.header("Accept-Encoding"));
    String tag = body.entityTag(encoding);
    context.header("ETag", tag);
    context.header("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization");
    context.header("Cache-Control", cacheControl);
    if (isKnown(context.header("If-None-Match"), tag)) {
      context.status(304);
      return;
    }
    write(context, body, encoding);
  }

  /** Sends a body that is made for this one request, compressed when it is worth it. */
  public static void sendUnkept(Context context, Rendered body) {
    context.disableCompression();
    Rendered.Encoding encoding = body.choose(context.header("Accept-Encoding"));
    context.header("Vary", "Accept-Encoding");
    context.header("Cache-Control", "no-store");
    write(context, body, encoding);
  }

  private static void write(Context context, Rendered body, Rendered.Encoding encoding) {
    context.contentType(body.contentType());
    if (encoding != Rendered.Encoding.IDENTITY) {
      context.header("Content-Encoding", encoding.token());
      if (context.res().getHeader("Content-Disposition") != null) {
        context.header(FILE_BYTES, Integer.toString(body.size()));
      }
    }
    byte[] bytes = body.bytes(encoding);
    context.res().setContentLengthLong(bytes.length);
    try {
      // straight to Jetty: as a result the bytes would be copied twice
      context.res().getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  static boolean isKnown(String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String known : ifNoneMatch.split(",")) {
      String bare = known.trim();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
