package org.yunga.geodata.intake;

import java.util.List;
import java.util.function.Function;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.store.Store;

/**
 * The release that a file is checked against.
 *
 * @param content catalogue, regions and figures
 * @param plots the plots of a dataset by its id; none when it brought no plots
 */
public record KnownRelease(ReleaseContent content, Function<String, List<PlotPack>> plots) {

  /** The newest release of a store. */
  public static KnownRelease of(Store store) {
    return new KnownRelease(store.readLatest(), store::plotPacks);
  }
}
