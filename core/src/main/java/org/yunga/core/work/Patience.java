package org.yunga.core.work;

import java.time.Duration;
import org.yunga.core.text.Bilingual;

/**
 * Whoever waits for an answer. Long work calls {@link #step} between its steps, each of which is
 * short, and so ends soon after patience does.
 */
@FunctionalInterface
public interface Patience {

  /** Waits as long as it takes. */
  Patience ENDLESS = () -> {};

  /**
   * Goes on, or not.
   *
   * @throws TooMuchWorkException when there is no patience left
   */
  void step();

  /** Waits for a time from now. */
  static Patience of(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> {
      if (System.nanoTime() - end > 0) {
        throw ended(time);
      }
    };
  }

  private static TooMuchWorkException ended(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    return new TooMuchWorkException(
        "took_too_long",
        new Bilingual(
            "La consulta lleva más de "
                + seconds
                + " segundos y se detuvo. Divídala, simplifique los contornos o acorte la"
                + " distancia.",
            "The question took more than "
                + seconds
                + " seconds and was stopped. Split it, simplify the outlines or shorten the"
                + " distance."));
  }
}
