package org.yunga.core.store;

import java.util.List;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotSource;
import org.yunga.core.plot.PlotUnpacker;

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

  /**
   * The plots of a dataset, packed; none when it brought no plots, or is unknown. Blocks are read
   * anew each time they are asked for.
   *
   * @throws org.yunga.core.text.ExplainedException also while blocks are read, when one of them is
   *     damaged
   */
  List<PlotPack> plotPacks(String dataset);

  /** The plots of a dataset one by one, in the order of its delivery, for copies and exports. */
  default PlotSource plots(String dataset) {
    return PlotUnpacker.of(plotPacks(dataset));
  }

  @Override
  void close();
}
