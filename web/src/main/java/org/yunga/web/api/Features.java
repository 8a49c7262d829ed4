package org.yunga.web.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.Validity;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.geodata.export.Places;
import org.yunga.geodata.write.GeoJsonWriter;
import org.yunga.web.http.Format;
import org.yunga.web.http.Rendered;

/** Regions as GeoJSON features, generalised for a map or as they are stored. */
public final class Features {

  /** How much of a boundary is wanted. */
  enum Detail {
    /** Generalised, three decimals (some 110 m): for a map of the country. */
    MAP(3),
    /** All vertices of the loaded boundary, six decimals. */
    FULL(GeoJsonWriter.FULL_DECIMALS);

    private final int decimals;

    Detail(int decimals) {
      this.decimals = decimals;
    }
  }

  private Features() {}

  /** Boundary, reference point, or empty. */
  static Optional<Geometry> geometry(Snapshot snapshot, Region region, Detail detail) {
    return detail == Detail.MAP && region.place() instanceof Place.Boundary
        ? snapshot.outline(region.ref())
        : Places.geometry(region);
  }

  /** Boundary generalised for a map of the country, reference point, or empty. */
  public static Optional<Geometry> onMap(Snapshot snapshot, Region region) {
    return geometry(snapshot, region, Detail.MAP);
  }

  /** The box around regions, in degrees; null-envelope when none has a place. */
  static Envelope extent(Snapshot snapshot, Iterable<Region> regions, Detail detail) {
    Envelope extent = new Envelope();
    for (Region region : regions) {
      geometry(snapshot, region, detail)
          .ifPresent(geometry -> extent.expandToInclude(geometry.getEnvelopeInternal()));
    }
    return extent;
  }

  /**
   * A feature collection, features in the order of the map.
   *
   * @param members further members of the collection
   * @param properties of each region
   */
  static Rendered collection(
      Snapshot snapshot,
      Detail detail,
      Map<String, ?> members,
      Map<Region, Map<String, Object>> properties) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Envelope extent = extent(snapshot, properties.keySet(), detail);
    try (GeoJsonWriter writer = new GeoJsonWriter(out, detail.decimals, extent, members)) {
      for (Map.Entry<Region, Map<String, Object>> entry : properties.entrySet()) {
        Region region = entry.getKey();
        writer.feature(region.code(), geometry(snapshot, region, detail), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Rendered(out.toByteArray(), Format.GEOJSON.contentType());
  }

  /** What is said of a region beside its geometry; of its validity only what is known. */
  public static Map<String, Object> properties(Region region) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", region.code());
    fields.put("name", region.name());
    fields.put("parent", region.parent().map(parent -> parent.code()).orElse(null));
    fields.put("area_ha", Fields.areaHectares(region.place()));
    fields.put("geometry_kind", Places.kind(region.place()));
    putValidity(fields, region.validity());
    return fields;
  }

  /** The first day, and the first day on which it holds no more, where they are known. */
  static void putValidity(Map<String, Object> fields, Validity validity) {
    validity.from().ifPresent(day -> fields.put("valid_from", day.toString()));
    validity.to().ifPresent(day -> fields.put("valid_to", day.toString()));
  }
}
