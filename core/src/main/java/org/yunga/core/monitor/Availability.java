package org.yunga.core.monitor;

import java.util.List;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;

/**
 * What there is of an indicator over a region set, in one measure and series.
 *
 * @param regionSet region set id
 * @param measure actual, target or baseline
 * @param series series id
 * @param periods all periods with figures, in order
 * @param figures how many figures
 */
public record Availability(
    String regionSet, Measure measure, String series, List<Period> periods, int figures) {}
