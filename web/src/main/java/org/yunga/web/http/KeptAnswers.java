package org.yunga.web.http;

import io.javalin.http.Context;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Finished bodies of one release, made and compressed once, given to everybody who asks the same. A
 * new release begins with none.
 */
public final class KeptAnswers {

  /** Bytes kept; the largest answers have some 3 MB. */
  private static final long MOST_BYTES = 48L << 20;

  private volatile Kept kept = new Kept(-1);

  /** Those of one release, the one asked for longest ago first. Guarded by itself. */
  private static final class Kept {
    private final long release;
    private final Map<String, Rendered> bodies = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    Kept(long release) {
      this.release = release;
    }

    synchronized Rendered get(String key) {
      return bodies.get(key);
    }

    synchronized void put(String key, Rendered body) {
      Rendered before = bodies.put(key, body);
      bytes += body.size() - (before == null ? 0 : before.size());
      Iterator<Rendered> oldest = bodies.values().iterator();
      while (bytes > MOST_BYTES && oldest.hasNext()) {
        bytes -= oldest.next().size();
        oldest.remove();
      }
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
    String key = variant + " " + context.path() + "?" + new TreeMap<>(context.queryParamMap());
    Rendered body = ofRelease.get(key);
    if (body == null) {
      body = answer.get();
      ofRelease.put(key, body);
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
