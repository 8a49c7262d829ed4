package org.yunga.core.store;

import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;

/**
 * Keeps datasets and releases. Implementations pass one contract test.
 *
 * <p>Safe for several threads, and for several processes on one store: one writes at a time,
 * readers see whole releases only.
 */
public interface Store extends AutoCloseable {

  /** Number of the newest release; 0 when nothing was published yet. Cheap enough to poll. */
  long latestReleaseNumber();

  /** The newest release; number 0 without datasets when nothing was published yet. */
  Release latestRelease();

  /**
   * Publishes a delivery as a new release: the datasets of the newest one, less the edition of the
   * same key, and this one. Whole or not at all.
   *
   * @return the new release, or the newest one when it already holds this very dataset
   */
  Release publish(Delivery delivery);

  /** All that the newest release holds. */
  ReleaseContent readLatest();

  @Override
  void close();
}
