package org.yunga.web.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong tokens by the address they come from. Guessing is hopeless anyway; this keeps a
 * broken script from filling the log and the processor.
 */
final class FailedAttempts {

  static final int MOST = 10;
  static final Duration SPAN = Duration.ofMinutes(1);

  /** Addresses remembered; the longest unseen are forgotten first. */
  private static final int ADDRESSES = 10_000;

  private final Clock clock;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > ADDRESSES;
        }
      };

  private record Count(Instant end, int failures) {}

  FailedAttempts(Clock clock) {
    this.clock = clock;
  }

  /** Counts a failure; gives how long to wait when there were too many. */
  synchronized Optional<Duration> add(String address) {
    Instant now = clock.instant();
    Count count = counts.get(address);
    if (count == null || !now.isBefore(count.end())) {
      count = new Count(now.plus(SPAN), 0);
    }
    counts.put(address, new Count(count.end(), count.failures() + 1));
    return count.failures() < MOST
        ? Optional.empty()
        : Optional.of(Duration.between(now, count.end()));
  }
}
