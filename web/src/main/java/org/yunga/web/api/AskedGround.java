package org.yunga.web.api;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.CheckedUnion;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.GeodesicBuffer;
import org.yunga.core.text.Bilingual;
import org.yunga.core.work.Patience;

/**
 * A piece of ground that a request asks about.
 *
 * @param geometry valid, longitude and latitude; a polygon or multipolygon, or a line or points
 *     that a buffer is still to be made round
 * @param repaired what was mended
 * @param region which one it is, or lies round, or holds the plots that it lies round
 * @param plots which plots it lies round
 */
record AskedGround(
    Geometry geometry,
    Optional<Bilingual> repaired,
    Optional<RegionRef> region,
    Optional<AskedPlots> plots) {

  /** Ground that has nothing to do with plots. */
  AskedGround(Geometry geometry, Optional<Bilingual> repaired, Optional<RegionRef> region) {
    this(geometry, repaired, region, Optional.empty());
  }

  static AskedGround of(AskedPolygon polygon) {
    return new AskedGround(polygon.geometry(), polygon.repaired(), Optional.empty());
  }

  /** The ground within a distance of this one. */
  AskedGround within(double metres, Patience patience) {
    return new AskedGround(GeodesicBuffer.of(geometry, metres, patience), repaired, region);
  }

  /** All of them as one: ground that they share counts once. */
  static AskedGround united(List<AskedGround> grounds, Patience patience) {
    Optional<Bilingual> repaired =
        grounds.stream().flatMap(ground -> ground.repaired.stream()).reduce(AskedPolygon::joined);
    if (grounds.size() == 1) {
      return grounds.get(0);
    }
    List<Geometry> planes =
        grounds.stream().map(ground -> EqualAreaFrame.project(ground.geometry)).toList();
    Geometry all = CheckedUnion.of(planes, patience);
    return new AskedGround(EqualAreaFrame.unproject(all), repaired, Optional.empty());
  }
}
