package org.yunga.geodata.raster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yunga.core.region.RegionRef;
import org.yunga.geodata.table.Notice;

/**
 * What a raster holds, by region. Regions that do not overlap, and what lies outside all of them,
 * add up to the whole raster.
 *
 * @param regions by region, in the order they were asked
 * @param outside cells, or parts of cells, in no region; its {@code beyond} is 0
 * @param whole the whole raster; its {@code beyond} is 0
 * @param overlapHectares ground that more than one region claims, as far as their shares of a cell
 *     are more than the cell; 0 for a division of the country
 * @param notices what the user should know
 */
public record RasterTotals(
    Map<RegionRef, ZoneHectares> regions,
    ZoneHectares outside,
    ZoneHectares whole,
    double overlapHectares,
    List<Notice> notices) {

  /** Copies, keeping the order. */
  public RasterTotals {
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    notices = List.copyOf(notices);
  }
}
