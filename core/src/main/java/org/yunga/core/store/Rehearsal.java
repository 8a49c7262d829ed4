package org.yunga.core.store;

import java.util.List;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotPack;

/**
 * What is asked of a release that is made only to look at it.
 *
 * @param <T> what is learnt
 */
@FunctionalInterface
public interface Rehearsal<T> {

  /**
   * Reads the release. Nothing of it is there afterwards: what is given back must not read later.
   * The store must not be used meanwhile in any other way. Asked again where the store had to make
   * the release again.
   */
  T read(View release);

  /** The release as it would be. */
  interface View {

    /** All that it holds. */
    ReleaseContent content();

    /** The plots of a dataset, as {@link Store#plotPacks}. */
    List<PlotPack> plotPacks(String dataset);
  }
}
