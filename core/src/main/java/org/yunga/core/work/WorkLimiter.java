package org.yunga.core.work;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few large questions be worked on at once and a few more wait for them; all others are told
 * to come back, so that large questions never take all threads from small ones.
 */
public final class WorkLimiter {

  private final Semaphore working;
  private final Semaphore present;
  private final long waitMillis;

  /**
   * A limiter.
   *
   * @param atOnce how many are worked on at once
   * @param waiting how many more may wait
   * @param waitMillis for how long each waits
   */
  public WorkLimiter(int atOnce, int waiting, long waitMillis) {
    this.working = new Semaphore(atOnce, true);
    this.present = new Semaphore(atOnce + waiting);
    this.waitMillis = waitMillis;
  }

  /**
   * Does the work in the calling thread, when its turn has come.
   *
   * @throws BusyException when there are too many others
   */
  public <T> T run(Supplier<T> work) {
    if (!present.tryAcquire()) {
      throw new BusyException();
    }
    try {
      if (!working.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
        throw new BusyException();
      }
      try {
        return work.get();
      } finally {
        working.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    } finally {
      present.release();
    }
  }
}
