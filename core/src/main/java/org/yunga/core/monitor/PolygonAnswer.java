package org.yunga.core.monitor;

import java.util.Optional;
import org.yunga.core.dataset.Release;

/**
 * Totals within a polygon, with what was asked.
 *
 * @param release what it was answered from
 * @param areaHectares area of the polygon in the equal-area frame
 * @param vertices how many the polygon has
 * @param totals by kind and year
 * @param outside what of the polygon lies in no region of the political division; empty where none
 *     of these has a boundary
 */
public record PolygonAnswer(
    Release release,
    double areaHectares,
    int vertices,
    PlotTotals totals,
    Optional<OutsideGround> outside) {}
