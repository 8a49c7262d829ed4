package org.yunga.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** So many at once, so many waiting, no more. */
class WorkLimiterTest {

  @Test
  void whoFindsNoRoomIsToldToComeBack() {
    WorkLimiter limiter = new WorkLimiter(1, 0, 60_000);

    String answer =
        limiter.run(
            () -> {
              assertThatThrownBy(() -> limiter.run(() -> "second"))
                  .isInstanceOf(BusyException.class);
              return "first";
            });

    assertThat(answer).isEqualTo("first");
    assertThat(limiter.<String>run(() -> "third")).as("room again").isEqualTo("third");
  }

  @Test
  void whoWaitsForTooLongIsToldToo() {
    WorkLimiter limiter = new WorkLimiter(1, 1, 0);

    limiter.run(
        () ->
            assertThatThrownBy(() -> limiter.run(() -> "second"))
                .isInstanceOf(BusyException.class));

    assertThat(limiter.<String>run(() -> "third")).isEqualTo("third");
  }

  @Test
  void workThatFailsLeavesItsRoom() {
    WorkLimiter limiter = new WorkLimiter(1, 0, 0);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  limiter.run(
                      () -> {
                        throw new IllegalStateException();
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
