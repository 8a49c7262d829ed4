package org.yunga.geodata.plots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.load.UbigeoSet;

/** Where the political regions of a release lie. Safe for any number of threads. */
final class RegionIndex {

  /** Degrees that outlines of the border are off: some 5 km. */
  private static final double BORDER = 0.05;

  private static final double KILOMETRES_IN_A_DEGREE = 111;

  /** A region with its boundary. */
  record Placed(Region region, Geometry geometry, Envelope box, IndexedPointInAreaLocator locator) {
    boolean holds(Coordinate point) {
      return box.contains(point) && locator.locate(point) != Location.EXTERIOR;
    }

    double kilometres(Coordinate point) {
      return geometry.distance(geometry.getFactory().createPoint(new CoordinateXY(point)))
          * KILOMETRES_IN_A_DEGREE;
    }
  }

  private final Map<RegionRef, Placed> placed = new HashMap<>();
  private final List<Placed> departments = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final Optional<IndexedPointInAreaLocator> nearPeru;

  RegionIndex(Snapshot snapshot) {
    Catalogue catalogue = snapshot.catalogue();
    for (UbigeoSet set : UbigeoSet.values()) {
      if (catalogue.regionSets().stream().anyMatch(known -> known.id().equals(set.id()))) {
        regions.addAll(snapshot.regions(set.id()));
      }
    }
    List<Geometry> whole = new ArrayList<>();
    for (Region region : regions) {
      if (region.place() instanceof Place.Boundary boundary) {
        Geometry geometry = boundary.geometry();
        Placed one =
            new Placed(
                region,
                geometry,
                geometry.getEnvelopeInternal(),
                new IndexedPointInAreaLocator(geometry));
        placed.put(region.ref(), one);
        if (region.ref().regionSet().equals(UbigeoSet.DEPARTMENTS.id())) {
          departments.add(one);
          whole.add(geometry.buffer(BORDER, 1));
        }
      }
    }
    nearPeru =
        whole.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new IndexedPointInAreaLocator(
                    whole.get(0).getFactory().buildGeometry(whole).union()));
  }

  /** Departments, provinces and districts. */
  Collection<Region> regions() {
    return regions;
  }

  List<Region> departments() {
    return departments.stream().map(Placed::region).toList();
  }

  Optional<Placed> placed(RegionRef ref) {
    return Optional.ofNullable(placed.get(ref));
  }

  /** Whether a point lies in Peru or a few kilometres from it; true when no boundary is known. */
  boolean isNearPeru(Coordinate point) {
    return nearPeru.map(locator -> locator.locate(point) != Location.EXTERIOR).orElse(true);
  }

  Optional<Region> department(Coordinate point) {
    for (Placed department : departments) {
      if (department.holds(point)) {
        return Optional.of(department.region());
      }
    }
    return Optional.empty();
  }

  /** Name of the department of a point, for messages. */
  String whereabouts(Coordinate point) {
    return department(point).map(Region::name).orElse("-");
  }
}
