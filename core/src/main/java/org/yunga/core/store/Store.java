package org.yunga.core.store;

import java.util.List;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.plot.PlotSource;

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
   * same key, and this one. Whole or not at all. Synthetic datasets stand only beside synthetic
   * ones and boundaries.
   *
   * @return the new release, or the newest one when it already holds this very dataset
   */
  Release publish(Delivery delivery);

  /**
   * Publishes several deliveries one after another, all of them or none.
   *
   * @return the newest release afterwards
   */
  Release publishAll(List<Delivery> deliveries);

  /** All that the newest release holds. */
  ReleaseContent readLatest();

  /** Kinds and years of the plots of the newest release, in order; empty without plots. */
  List<PlotSlot> plotSlots();

  /** The plots of the newest release, read anew each time they are asked for. */
  PlotSource plots();

  @Override
  void close();
}
