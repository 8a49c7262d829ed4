package org.yunga.core.region;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The days on which something holds by law: half-open, as all intervals of time are.
 *
 * @param from the first day; empty when it held always, or its beginning is not known
 * @param to the first day on which it holds no more; empty when it still does
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {

  /** Nothing is known of a beginning or an end. */
  public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

  /** Refuses an end that is not after the beginning. */
  public Validity {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException("It ends " + to.get() + " and begins " + from.get());
    }
  }

  /** Whether neither a beginning nor an end is known. */
  public boolean isAlways() {
    return from.isEmpty() && to.isEmpty();
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return (from.isEmpty() || !day.isBefore(from.get()))
        && (to.isEmpty() || day.isBefore(to.get()));
  }

  /** Whether there is a day on which both hold. */
  public boolean meets(Validity other) {
    return endsAfterStartOf(other) && other.endsAfterStartOf(this);
  }

  private boolean endsAfterStartOf(Validity other) {
    return to.isEmpty() || other.from.isEmpty() || to.get().isAfter(other.from.get());
  }
}
