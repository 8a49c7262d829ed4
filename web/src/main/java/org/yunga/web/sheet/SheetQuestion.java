package org.yunga.web.sheet;

import java.util.Optional;
import org.yunga.core.figure.Measure;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;

/**
 * What a sheet is to show.
 *
 * @param indicator indicator id
 * @param regionSet region set id
 * @param measure actual, target or baseline
 * @param series series id
 * @param period one period
 * @param region the region that the map is about; empty for all of them
 * @param language es or en
 * @param address where the app is, to link to the same view
 * @param pinned whether a release was asked for by name: the link then holds it too
 */
record SheetQuestion(
    String indicator,
    String regionSet,
    Measure measure,
    String series,
    Period period,
    Optional<RegionRef> region,
    String language,
    String address,
    boolean pinned) {}
