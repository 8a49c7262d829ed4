package org.yunga.geodata.export;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;

/** Where regions lie, as geometries: boundaries as they are stored, or points of reference. */
public final class Places {

  private static final GeometryFactory POINTS = new GeometryFactory();

  private Places() {}

  /** Boundary with all its vertices, reference point, or empty. */
  public static Optional<Geometry> geometry(Region region) {
    if (region.place() instanceof Place.Boundary boundary) {
      return Optional.of(boundary.geometry());
    }
    return region.place() instanceof Place.ReferencePoint point
        ? Optional.of(POINTS.createPoint(new Coordinate(point.longitude(), point.latitude())))
        : Optional.empty();
  }

  /** The narrowest column that holds all places; empty when no region has one. */
  public static Optional<GeometryColumn> column(List<Region> regions) {
    boolean polygons = any(regions, Place.Boundary.class);
    boolean points = any(regions, Place.ReferencePoint.class);
    if (!polygons && !points) {
      return Optional.empty();
    }
    GeometryType one = polygons ? GeometryType.MULTI_POLYGON : GeometryType.POINT;
    return Optional.of(GeometryColumn.lonLat(polygons && points ? GeometryType.GEOMETRY : one));
  }

  /** {@code boundary}, {@code reference_point} or {@code none}. */
  public static String kind(Place place) {
    if (place instanceof Place.Boundary) {
      return "boundary";
    }
    return place instanceof Place.ReferencePoint ? "reference_point" : "none";
  }

  private static boolean any(List<Region> regions, Class<? extends Place> kind) {
    return regions.stream().anyMatch(region -> kind.isInstance(region.place()));
  }
}
