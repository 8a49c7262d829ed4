package org.yunga.core.plot;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the other cores work; when they have enough to do the caller works itself, so that little
 * waits, and all goes well on a machine of one core.
 */
final class Workers {

  private static final int TASKS_FOR_EACH_CORE = 2;

  private final AtomicInteger waiting = new AtomicInteger();

  /** Begins a task, or does it. Its failure is told by {@link ForkJoinTask#join}. */
  <T> ForkJoinTask<T> begin(Callable<T> work) {
    ForkJoinTask<T> task =
        ForkJoinTask.adapt(
            () -> {
              try {
                return work.call();
              } finally {
                waiting.decrementAndGet();
              }
            });
    int most = TASKS_FOR_EACH_CORE * ForkJoinPool.getCommonPoolParallelism();
    if (waiting.getAndIncrement() < most) {
      ForkJoinPool.commonPool().execute(task);
    } else {
      task.quietlyInvoke();
    }
    return task;
  }
}
