package org.yunga.core.store.postgis;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.yunga.core.text.UnavailableException;

/**
 * Runs a whole transaction again that PostgreSQL ended because another one was in its way: a
 * deadlock (40P01), a serialization failure or, on a replica, a conflict with what it replays
 * (40001). The manual leaves that to the program (13.5, "Serialization Failure Handling").
 */
final class Repetition {

  /** How often it is tried in all. PostgreSQL needs a second to find a deadlock. */
  static final int ATTEMPTS = 4;

  /** By chance, so that two who met do not meet again; longer each time. */
  private static final int LEAST_PAUSE_MILLIS = 20;

  private static final int MOST_PAUSE_MILLIS = 200;

  private Repetition() {}

  /**
   * The transaction's outcome.
   *
   * @param transaction undone when it fails, and then as if it had never begun
   */
  static <T> T of(Supplier<T> transaction) {
    for (int attempt = 1; true; attempt++) {
      try {
        return transaction.get();
      } catch (UnavailableException e) {
        boolean again = e.code().equals(TransientExceptions.IN_THE_WAY) && attempt < ATTEMPTS;
        if (!again || !pause(attempt)) {
          throw e;
        }
      }
    }
  }

  /** Whether nobody asks this thread to end. */
  private static boolean pause(int attempt) {
    try {
      Thread.sleep(
          (long) attempt
              * ThreadLocalRandom.current().nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
