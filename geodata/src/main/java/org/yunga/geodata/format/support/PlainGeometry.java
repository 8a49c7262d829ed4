package org.yunga.geodata.format.support;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Geometries with two ordinates. */
public final class PlainGeometry {

  private PlainGeometry() {}

  /** The same geometry without heights and measures; the given one stays as it is. */
  public static Geometry of(Geometry geometry) {
    return new GeometryEditor()
        .edit(
            geometry,
            new GeometryEditor.CoordinateSequenceOperation() {
              @Override
              public CoordinateSequence edit(CoordinateSequence given, Geometry part) {
                CoordinateXY[] plain = new CoordinateXY[given.size()];
                for (int i = 0; i < plain.length; i++) {
                  plain[i] = new CoordinateXY(given.getX(i), given.getY(i));
                }
                return new CoordinateArraySequence(plain, 2, 0);
              }
            });
  }

  /** Whether all ordinates are numbers; what is empty has none that are not. */
  public static boolean isFinite(Geometry geometry) {
    if (geometry.isEmpty()) {
      return true;
    }
    FiniteFilter filter = new FiniteFilter();
    geometry.apply(filter);
    return filter.finite;
  }

  private static final class FiniteFilter
      implements org.locationtech.jts.geom.CoordinateSequenceFilter {
    private boolean finite = true;

    @Override
    public void filter(CoordinateSequence points, int i) {
      finite &= Double.isFinite(points.getX(i)) && Double.isFinite(points.getY(i));
    }

    @Override
    public boolean isDone() {
      return !finite;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
