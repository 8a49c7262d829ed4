package org.yunga.geodata.intake;

import java.util.List;
import java.util.function.Function;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.store.Store;

/**
 * What is known before a file comes: the release that it is checked against, and how files like it
 * were read before.
 *
 * @param content catalogue, regions and figures
 * @param plots the plots of a dataset by its id; none when it brought no plots
 * @param remembered what columns were before
 */
public record KnownRelease(
    ReleaseContent content, Function<String, List<PlotPack>> plots, RememberedMappings remembered) {

  /** A release without remembered mappings. */
  public KnownRelease(ReleaseContent content, Function<String, List<PlotPack>> plots) {
    this(content, plots, RememberedMappings.NONE);
  }

  /** The newest release of a store. */
  public static KnownRelease of(Store store) {
    return new KnownRelease(store.readLatest(), store::plotPacks);
  }

  /** The same with a memory of mappings. */
  public KnownRelease remembering(RememberedMappings mappings) {
    return new KnownRelease(content, plots, mappings);
  }
}
