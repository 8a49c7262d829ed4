package org.yunga.geodata.bulk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;

/** All regions, as they are sent to every worker; each makes them ready to be asked with once. */
final class RegionList implements Serializable {

  private static final long serialVersionUID = 1;

  /**
   * A region.
   *
   * @param set id of its set
   * @param code in the set
   * @param wkb polygon or multipolygon, metres in the equal-area frame
   */
  record One(String set, String code, byte[] wkb) implements Serializable {

    static One of(String set, String code, Geometry metres) {
      return new One(set, code, new WKBWriter().write(metres));
    }

    Geometry metres() {
      try {
        return new WKBReader().read(wkb);
      } catch (ParseException e) {
        throw new IllegalStateException("Written by us, and not readable", e);
      }
    }
  }

  private final ArrayList<One> regions;
  private transient RegionOverlay overlay;

  RegionList(List<One> regions) {
    this.regions = new ArrayList<>(regions);
  }

  int size() {
    return regions.size();
  }

  One get(int place) {
    return regions.get(place);
  }

  /** All of them, whatever their sets. */
  synchronized RegionOverlay overlay() {
    if (overlay == null) {
      overlay =
          RegionOverlay.overlapping(
              regions.stream().map(region -> QueryPolygon.of(region.metres())).toList());
    }
    return overlay;
  }
}
