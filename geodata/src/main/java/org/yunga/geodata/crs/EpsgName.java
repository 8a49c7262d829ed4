package org.yunga.geodata.crs;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that files give to systems: {@code EPSG:32718}, an URN, an address, WKT. */
public final class EpsgName {

  private static final Pattern CRS84 =
      Pattern.compile("(?i)(OGC:|urn:ogc:def:crs:OGC:[^:]*:|https?://.*/OGC/[^/]+/)?CRS84");
  private static final Pattern EPSG =
      Pattern.compile(
          "(?i)(?:EPSG:+|urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:|https?://.*/EPSG/[^/]+/)(\\d{4,6})");

  private EpsgName() {}

  /** Whether it is longitude, latitude, WGS 84 by its name of OGC. */
  public static boolean isCrs84(String name) {
    return CRS84.matcher(name.strip()).matches();
  }

  /** The EPSG code that a name or WKT stands for, 4326 for CRS84; empty when there is none. */
  public static OptionalInt code(String name) {
    if (isCrs84(name)) {
      return OptionalInt.of(4326);
    }
    Matcher epsg = EPSG.matcher(name.strip());
    if (epsg.matches()) {
      return OptionalInt.of(Integer.parseInt(epsg.group(1)));
    }
    return WellKnownText.is(name) ? WellKnownText.epsgCode(name) : OptionalInt.empty();
  }
}
