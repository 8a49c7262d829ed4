package org.yunga.core.monitor;

import org.yunga.core.plot.PlotRef;

/**
 * A plot and how far it is.
 *
 * @param ref its name
 * @param metres on the ground to its outline; 0 when the point lies in it
 * @param longitude of its interior point, degrees
 * @param latitude of its interior point, degrees
 * @param whole its own totals
 */
public record NearPlot(
    PlotRef ref, double metres, double longitude, double latitude, PlotTotals.Row whole) {}
