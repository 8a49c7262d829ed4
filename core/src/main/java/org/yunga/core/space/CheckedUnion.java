package org.yunga.core.space;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;
import org.locationtech.jts.operation.union.UnionStrategy;
import org.yunga.core.work.Patience;

/** Unites polygons neighbour by neighbour, and stops between two of them when it takes too long. */
public final class CheckedUnion {

  private CheckedUnion() {}

  /**
   * The union.
   *
   * @param polygons valid polygons and multipolygons in one plane frame, at least one
   * @throws org.yunga.core.work.TooMuchWorkException when there is no patience left
   */
  public static Geometry of(List<Geometry> polygons, Patience patience) {
    if (polygons.size() == 1) {
      return polygons.get(0);
    }
    return CascadedPolygonUnion.union(polygons, strategy(patience));
  }

  private static UnionStrategy strategy(Patience patience) {
    return new UnionStrategy() {
      @Override
      public Geometry union(Geometry one, Geometry other) {
        patience.step();
        return OverlayNGRobust.overlay(one, other, OverlayNG.UNION);
      }

      @Override
      public boolean isFloatingPrecision() {
        return true;
      }
    };
  }
}
