package org.yunga.web.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Finished bodies of one release, made and compressed once, given to everybody who asks the same. A
 * new release begins with none.
 */
public final class KeptAnswers {

  /** Bytes kept before the memory is emptied; the largest answers have some 3 MB. */
  private static final long MOST_BYTES = 48L << 20;

  private volatile Kept kept = new Kept(-1);

  private static final class Kept {
    private final long release;
    private final Map<String, Rendered> bodies = new ConcurrentHashMap<>();

    Kept(long release) {
      this.release = release;
    }

    long bytes() {
      return bodies.values().stream().mapToLong(Rendered::size).sum();
    }
  }

  /**
   * Sends the answer to a request: a kept one, or one made now.
   *
   * @param release of the snapshot that the answer is made from
   * @param variant what tells apart two answers at the same address, such as the format
   * @param answer makes the body
   */
  public void send(Context context, long release, String variant, Supplier<Rendered> answer) {
    send(context, release, variant, Responder.REVALIDATE, answer);
  }

  /** As above, with what caches are told. */
  public void send(
      Context context,
      long release,
      String variant,
      String cacheControl,
      Supplier<Rendered> answer) {
    Kept ofRelease = of(release);
    String key = variant + " " + context.path() + "?" + context.queryString();
    Rendered body = ofRelease.bodies.get(key);
    if (body == null) {
      body = answer.get();
      if (ofRelease.bytes() + body.size() > MOST_BYTES) {
        ofRelease.bodies.clear();
      }
      ofRelease.bodies.put(key, body);
    }
    Responder.send(context, body, cacheControl);
  }

  private Kept of(long release) {
    Kept now = kept;
    if (now.release != release) {
      now = new Kept(release);
      kept = now;
    }
    return now;
  }
}
