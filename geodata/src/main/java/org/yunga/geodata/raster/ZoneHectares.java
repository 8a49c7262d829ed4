package org.yunga.geodata.raster;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hectares of one region, by what the raster says of them. {@code classes + nodata + beyond} is the
 * area of the region.
 *
 * @param classes hectares by class; for fractions the one entry {@link #SHARE}
 * @param seen hectares whose cells have a value; for classes the sum of them
 * @param nodata hectares whose cells say that nothing is known
 * @param beyond hectares outside the raster
 */
public record ZoneHectares(
    SortedMap<Integer, Double> classes, double seen, double nodata, double beyond) {

  /** The key under which the share of a raster of fractions stands. */
  public static final int SHARE = 1;

  /** Copies the map. */
  public ZoneHectares {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /** Hectares of a class; 0 when it does not occur. */
  public double hectares(int value) {
    return classes.getOrDefault(value, 0.0);
  }

  /** Which share of the region the raster knows, from 0 to 1; 0 for a region without area. */
  public double seenShare() {
    double area = seen + nodata + beyond;
    return area > 0 ? seen / area : 0;
  }
}
