package org.yunga.geodata.write;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes a GeoJSON feature collection as it goes: memory does not grow with the file.
 *
 * <p>After RFC 7946: longitude, latitude, WGS 84; exterior rings counter-clockwise; no {@code crs};
 * {@code id} a text; {@code bbox}; a fixed number of decimals. Members beyond the standard (section
 * 6.1) come first, so that a reader sees release and sources before a long list of features.
 */
public final class GeoJsonWriter implements Closeable {

  /** Six decimals of a degree are some 0.1 m: the most that RFC 7946 (section 11.2) advises. */
  public static final int FULL_DECIMALS = 6;

  private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

  private static final JsonFactory SEQUENCES =
      new JsonFactoryBuilder().rootValueSeparator("").build();

  /** RFC 8142: a record separator before each text. */
  private static final char RECORD_SEPARATOR = 0x1e;

  /** Below this a number times a million fits a long with room to spare. */
  private static final double LARGEST_FAST = 1e9;

  private static final double NEARLY_TIED = 1e-3;
  private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

  private final JsonGenerator json;
  private final int decimals;
  private final boolean sequence;
  private final char[] digits = new char[24];

  /**
   * Begins the collection.
   *
   * @param out where to; closed with the writer
   * @param decimals of a degree, 0 to 6
   * @param extent of all features; empty when none has a geometry
   * @param members further members of the collection: text, numbers, maps, lists
   */
  public GeoJsonWriter(OutputStream out, int decimals, Envelope extent, Map<String, ?> members)
      throws IOException {
    if (decimals < 0 || decimals > FULL_DECIMALS) {
      throw new IllegalArgumentException("0 to 6 decimals, not " + decimals);
    }
    this.decimals = decimals;
    this.sequence = false;
    json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    if (!extent.isNull()) {
      json.writeFieldName("bbox");
      bbox(extent);
    }
    for (Map.Entry<String, ?> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      json.writePOJO(member.getValue());
    }
    json.writeArrayFieldStart("features");
  }

  private GeoJsonWriter(OutputStream out) throws IOException {
    this.decimals = FULL_DECIMALS;
    this.sequence = true;
    json = SEQUENCES.createGenerator(out, JsonEncoding.UTF8);
    json.setCodec(FACTORY.getCodec());
  }

  /**
   * Begins a sequence of features (RFC 8142) instead of a collection, with six decimals.
   *
   * @param out where to; closed with the writer
   */
  public static GeoJsonWriter sequence(OutputStream out) throws IOException {
    return new GeoJsonWriter(out);
  }

  /**
   * Writes one feature.
   *
   * @param id unique in the collection; null for none
   * @param geometry longitude, latitude; empty for a feature without a place
   * @param properties text, numbers, booleans or null
   */
  public void feature(String id, Optional<Geometry> geometry, Map<String, ?> properties)
      throws IOException {
    if (sequence) {
      json.writeRaw(RECORD_SEPARATOR);
    }
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    if (id != null) {
      json.writeStringField("id", id);
    }
    json.writeFieldName("geometry");
    if (geometry.isPresent()) {
      geometry(geometry.get());
    } else {
      json.writeNull();
    }
    json.writeFieldName("properties");
    json.writePOJO(properties);
    json.writeEndObject();
    if (sequence) {
      json.writeRaw('\n');
    }
  }

  /** Ends the collection. */
  @Override
  public void close() throws IOException {
    if (!sequence) {
      json.writeEndArray();
      json.writeEndObject();
    }
    json.close();
  }

  private void bbox(Envelope extent) throws IOException {
    json.writeStartArray();
    number(extent.getMinX());
    number(extent.getMinY());
    number(extent.getMaxX());
    number(extent.getMaxY());
    json.writeEndArray();
  }

  private void geometry(Geometry geometry) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    if (geometry.getClass() == GeometryCollection.class) {
      json.writeArrayFieldStart("geometries");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        geometry(geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      json.writeFieldName("coordinates");
      coordinates(geometry);
    }
    json.writeEndObject();
  }

  private void coordinates(Geometry geometry) throws IOException {
    if (geometry.isEmpty()) {
      json.writeStartArray();
      json.writeEndArray();
    } else if (geometry instanceof Point point) {
      position(point.getCoordinate());
    } else if (geometry instanceof LineString line) {
      line(line.getCoordinateSequence(), false);
    } else if (geometry instanceof Polygon polygon) {
      polygon(polygon);
    } else if (geometry instanceof MultiPolygon
        || geometry instanceof MultiLineString
        || geometry instanceof MultiPoint) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        coordinates(geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("Not written as GeoJSON: " + geometry.getGeometryType());
    }
  }

  private void polygon(Polygon polygon) throws IOException {
    json.writeStartArray();
    ring(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i), false);
    }
    json.writeEndArray();
  }

  private void ring(LinearRing ring, boolean counterClockwise) throws IOException {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean turn = points.size() > 3 && Orientation.isCCW(points) != counterClockwise;
    line(points, turn);
  }

  private void line(CoordinateSequence points, boolean backwards) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < points.size(); i++) {
      int at = backwards ? points.size() - 1 - i : i;
      json.writeStartArray();
      number(points.getX(at));
      number(points.getY(at));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void position(Coordinate coordinate) throws IOException {
    json.writeStartArray();
    number(coordinate.x);
    number(coordinate.y);
    json.writeEndArray();
  }

  private void number(double degrees) throws IOException {
    double scaled = Math.abs(degrees) * POWERS[decimals];
    long rounded = (long) (scaled + 0.5);
    // near the middle between two numbers the decimal digits decide, not the binary ones
    boolean tied = Math.abs(scaled - Math.floor(scaled) - 0.5) < NEARLY_TIED;
    if (!(scaled < LARGEST_FAST) || tied) {
      BigDecimal exact =
          BigDecimal.valueOf(degrees).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
      json.writeNumber(exact.toPlainString());
      return;
    }
    int start = format(rounded, degrees < 0);
    json.writeNumber(digits, start, digits.length - start);
  }

  /** Fills {@link #digits} from the end, without needless noughts; returns where they begin. */
  private int format(long scaled, boolean negative) {
    int at = digits.length;
    long left = scaled;
    boolean significant = false;
    for (int i = 0; i < decimals; i++) {
      int digit = (int) (left % 10);
      left /= 10;
      significant |= digit != 0;
      if (significant) {
        digits[--at] = (char) ('0' + digit);
      }
    }
    if (significant) {
      digits[--at] = '.';
    }
    do {
      digits[--at] = (char) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    if (negative && scaled != 0) {
      digits[--at] = '-';
    }
    return at;
  }
}
