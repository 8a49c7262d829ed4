package org.yunga.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yunga.core.work.BusyException;

/** In threads of their own: who waits for a lock of the map heeds no interruption. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MemoTest {

  private final Memo<Question, String> memo = new Memo<>();
  private final ExecutorService others = Executors.newCachedThreadPool();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);

  /** All of them lie in one place of a hash table. */
  private record Question(String words) {
    @Override
    public int hashCode() {
      return 0;
    }
  }

  private static final Question SLOW = new Question("slow");

  @AfterEach
  void end() {
    others.shutdownNow();
  }

  private String slowly() {
    begun.countDown();
    await(answer);
    return "made";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Returns once that thread waits for what another one makes. */
  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void onlyTheSameQuestionWaits() throws Exception {
    Future<String> slow = others.submit(() -> memo.get(SLOW, this::slowly));
    await(begun);

    assertThat(memo.get(new Question("other"), () -> "at once")).isEqualTo("at once");
    assertThat(slow.isDone()).isFalse();
    answer.countDown();
    assertThat(slow.get()).isEqualTo("made");
    assertThat(memo.get(SLOW, () -> "again")).isEqualTo("made");
  }

  @Test
  void aQuestionMayRestOnAnother() {
    assertThat(memo.get(SLOW, () -> memo.get(new Question("other"), () -> "its") + " own"))
        .isEqualTo("its own");
  }

  @Test
  void aFailureIsNotKept() {
    assertThatThrownBy(() -> memo.get(SLOW, MemoTest::fail)).hasMessage("away");
    assertThat(memo.get(SLOW, () -> "back")).isEqualTo("back");
  }

  private static String fail() {
    throw new IllegalStateException("away");
  }

  /** The first was refused for a reason of its own. */
  @Test
  void whoWaitedInVainAsksForHimself() throws Exception {
    Future<String> first =
        others.submit(() -> memo.get(SLOW, () -> slowly().equals("made") ? fail() : ""));
    await(begun);
    String[] made = new String[1];
    Thread second = new Thread(() -> made[0] = memo.get(SLOW, () -> "mine"));
    second.start();
    awaitWaiting(second);

    answer.countDown();
    second.join();

    assertThat(made[0]).isEqualTo("mine");
    assertThatThrownBy(first::get).hasRootCauseMessage("away");
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() throws Exception {
    Future<String> slow = others.submit(() -> memo.get(SLOW, this::slowly));
    await(begun);

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> memo.get(SLOW, () -> "")).isInstanceOf(BusyException.class);
    assertThat(Thread.interrupted()).as("still to be heeded").isTrue();

    answer.countDown();
    assertThat(slow.get()).isEqualTo("made");
  }
}
