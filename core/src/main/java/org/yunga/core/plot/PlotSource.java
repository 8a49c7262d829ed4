package org.yunga.core.plot;

import java.util.function.Consumer;

/** Plots that come one after another: millions of them never stand in memory at once. */
@FunctionalInterface
public interface PlotSource {

  /** No plots. */
  PlotSource NONE = consumer -> {};

  /** Hands out every plot, in an order that is the same each time. */
  void forEach(Consumer<Plot> consumer);
}
