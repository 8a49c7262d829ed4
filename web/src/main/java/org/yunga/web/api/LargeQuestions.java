package org.yunga.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.Supplier;
import org.yunga.core.work.Patience;
import org.yunga.core.work.WorkLimiter;

/**
 * Which questions are large, and how many of them are worked on at once: buffers, unions, ground
 * round plots, large bodies. All others pass by.
 */
public final class LargeQuestions {

  private final WorkLimiter limiter;

  /** With the limits of {@link Limits}. */
  public LargeQuestions() {
    this(new WorkLimiter(Limits.LARGE_AT_ONCE, Limits.LARGE_WAITING, Limits.LARGE_WAIT_MILLIS));
  }

  LargeQuestions(WorkLimiter limiter) {
    this.limiter = limiter;
  }

  static boolean isLarge(Context context, JsonNode body) {
    long length = context.req().getContentLengthLong();
    return length < 0
        || length > Limits.LARGE_BODY
        || body.hasNonNull("buffer_m")
        || body.has("plots")
        || body.path("union").asBoolean();
  }

  /** How long a question may take from now on. */
  static Patience patience() {
    return Patience.of(Duration.ofSeconds(Limits.LARGE_SECONDS));
  }

  /**
   * Does the work when its turn has come.
   *
   * @throws org.yunga.core.work.BusyException when there are too many others
   */
  <T> T run(Supplier<T> work) {
    return limiter.run(work);
  }
}
