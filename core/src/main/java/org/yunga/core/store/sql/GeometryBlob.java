package org.yunga.core.store.sql;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The binary form of a geometry in a GeoPackage: a header with the envelope, then WKB (OGC
 * 12-128r17, clause 2.1.3), which all stores hash. Always written little-endian, EPSG:4326 in the
 * order longitude, latitude.
 */
public final class GeometryBlob {

  /** EPSG code of WGS 84. */
  public static final int SRS_ID = 4326;

  private static final int HEADER_BYTES = 8;
  private static final int ENVELOPE_BYTES = 32;

  /** Bit 0: little-endian; bits 1-3 = 1: envelope of minx, maxx, miny, maxy. */
  private static final byte FLAGS = 0x03;

  /** Bytes of an envelope by its code in the flags; codes 5 to 7 are not allowed. */
  private static final int[] BYTES_OF_ENVELOPE = {0, 32, 48, 48, 64};

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRS_ID);

  private GeometryBlob() {}

  /** The bytes of a geometry. */
  public static byte[] encode(Geometry geometry) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, false).write(geometry);
    Envelope envelope = geometry.getEnvelopeInternal();
    return ByteBuffer.allocate(HEADER_BYTES + ENVELOPE_BYTES + wkb.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put(FLAGS)
        .putInt(SRS_ID)
        .putDouble(envelope.getMinX())
        .putDouble(envelope.getMaxX())
        .putDouble(envelope.getMinY())
        .putDouble(envelope.getMaxY())
        .put(wkb)
        .array();
  }

  /** The geometry of such bytes. */
  public static Geometry decode(byte[] blob) {
    int envelopeCode = (blob[3] >> 1) & 7;
    if (blob[0] != 'G' || blob[1] != 'P' || envelopeCode >= BYTES_OF_ENVELOPE.length) {
      throw new IllegalStateException("Not a GeoPackage geometry: header of " + blob.length);
    }
    int start = HEADER_BYTES + BYTES_OF_ENVELOPE[envelopeCode];
    try {
      return new WKBReader(FACTORY).read(Arrays.copyOfRange(blob, start, blob.length));
    } catch (ParseException e) {
      throw new IllegalStateException("Not a GeoPackage geometry: " + e.getMessage(), e);
    }
  }
}
