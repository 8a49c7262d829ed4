package org.yunga.web.api;

import java.time.Instant;
import java.util.Optional;
import org.yunga.core.store.StoreState;

/**
 * What a server knows of its store since it last looked.
 *
 * @param state how the store was doing; empty when it did not answer
 * @param readAt when it was last read without trouble; empty when never
 * @param failure code of what keeps the newest release from being taken; empty when nothing does
 */
public record StoreWatch(
    Optional<StoreState> state, Optional<Instant> readAt, Optional<String> failure) {

  /** Before the first look. */
  public static final StoreWatch NOTHING_YET =
      new StoreWatch(Optional.empty(), Optional.empty(), Optional.empty());

  /** Code of a server whose memory does not hold the newest release beside that in force. */
  public static final String OUT_OF_MEMORY = "out_of_memory";

  /** Code of what nobody has thought of; the log has more. */
  public static final String UNEXPECTED = "unexpected";
}
