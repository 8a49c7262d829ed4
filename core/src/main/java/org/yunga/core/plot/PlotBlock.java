package org.yunga.core.plot;

import org.yunga.core.aggregate.PlotCounts;

/**
 * Some neighbouring plots in one string of bytes.
 *
 * @param counts how much it holds
 * @param bytes records one after another, see {@link PlotEncoder}; treat as frozen
 */
public record PlotBlock(PlotCounts counts, byte[] bytes) {}
