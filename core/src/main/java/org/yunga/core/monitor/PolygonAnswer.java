package org.yunga.core.monitor;

import org.yunga.core.dataset.Release;

/**
 * Totals within a polygon, with what was asked.
 *
 * @param release what it was answered from
 * @param areaHectares area of the polygon in the equal-area frame
 * @param vertices how many the polygon has
 * @param totals by kind and year
 */
public record PolygonAnswer(
    Release release, double areaHectares, int vertices, PlotTotals totals) {}
