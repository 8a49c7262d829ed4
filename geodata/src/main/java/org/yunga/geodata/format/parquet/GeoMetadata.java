package org.yunga.geodata.format.parquet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What GeoParquet 1.1 says of a file, under the key {@code geo}. */
final class GeoMetadata {

  static final String KEY = "geo";
  static final String GEOMETRY = "geometry";
  static final String BOX = "bbox";

  private final boolean lonLat;
  private final SortedSet<String> types = new TreeSet<>();
  private final Envelope extent = new Envelope();

  /**
   * @param lonLat whether coordinates are longitude and latitude, WGS 84, which is what readers
   *     take when nothing is said; else the system is told to be unknown
   */
  GeoMetadata(boolean lonLat) {
    this.lonLat = lonLat;
  }

  void add(Geometry geometry) {
    types.add(geometry.getGeometryType().replace("LinearRing", "LineString"));
    extent.expandToInclude(geometry.getEnvelopeInternal());
  }

  String json() {
    ObjectNode geo = JsonMapper.builder().build().createObjectNode();
    geo.put("version", "1.1.0");
    geo.put("primary_column", GEOMETRY);
    ObjectNode column = geo.putObject("columns").putObject(GEOMETRY);
    column.put("encoding", "WKB");
    types.forEach(column.putArray("geometry_types")::add);
    if (!lonLat) {
      column.putNull("crs");
    }
    if (!extent.isNull()) {
      column
          .putArray("bbox")
          .add(extent.getMinX())
          .add(extent.getMinY())
          .add(extent.getMaxX())
          .add(extent.getMaxY());
    }
    ObjectNode box = column.putObject("covering").putObject("bbox");
    for (String side : GeoParquetWriter.SIDES) {
      box.putArray(side).add(BOX).add(side);
    }
    return geo.toString();
  }
}
