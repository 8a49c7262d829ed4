package org.yunga.geodata.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.Place;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.read.GeoJsonFeature;
import org.yunga.geodata.read.GeoJsonReader;
import org.yunga.geodata.read.RightHandRule;

/** Reads the folder {@code departments}: generalised outlines whose borders are shared exactly. */
final class DepartmentFile {

  private static final String FILE = "departments/departments.geojson";

  private DepartmentFile() {}

  /** Outline by UBIGEO code. */
  static Map<String, Geometry> read() {
    Map<String, Geometry> outlines = new LinkedHashMap<>();
    try (InputStream in = Resources.open(FILE)) {
      GeoJsonReader.read(in, FILE, feature -> add(feature, outlines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outlines;
  }

  private static void add(GeoJsonFeature feature, Map<String, Geometry> outlines) {
    String code = feature.properties().text("code").orElse("");
    if (!feature.flaws().isEmpty() || feature.geometry().isEmpty()) {
      throw new IllegalStateException(FILE + ", " + code + ": " + feature.flaws());
    }
    if (outlines.put(code, RightHandRule.applied(feature.geometry().get())) != null) {
      throw new IllegalStateException(FILE + ": two features of code '" + code + "'");
    }
  }

  /** The whole country. */
  static Geometry union(Collection<Geometry> outlines) {
    return RightHandRule.applied(CoverageUnion.union(outlines.toArray(Geometry[]::new)));
  }

  static Place boundary(Geometry outline) {
    return new Place.Boundary(outline, EqualAreaFrame.hectares(outline));
  }
}
