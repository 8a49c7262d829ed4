package org.yunga.geodata.format.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.yunga.geodata.format.support.PlainGeometry;

/** The binary form of a geometry: a header, then WKB (OGC 12-128r17, clause 2.1.3). */
final class Blob {

  private static final int HEADER_BYTES = 8;
  private static final int ENVELOPE_BYTES = 32;
  private static final int WKB_HEADER_BYTES = 5;

  private static final int LITTLE_ENDIAN = 0x01;
  private static final int ENVELOPE_XY = 0x02;
  private static final int EMPTY = 0x10;
  private static final int EXTENDED = 0x20;

  /** Bytes of an envelope by its code in the flags; codes 5 to 7 are not allowed. */
  private static final int[] BYTES_OF_ENVELOPE = {0, 32, 48, 48, 64};

  /** ISO codes from 1000 up and the high bits of EWKB say that there are more ordinates. */
  private static final int PLAIN_CODES = 999;

  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, false);
  private final WKBReader reader = new WKBReader(new GeometryFactory());
  private boolean extraOrdinates;

  byte[] encode(Geometry geometry, int srsId) {
    byte[] wkb = writer.write(geometry);
    boolean empty = geometry.isEmpty();
    ByteBuffer blob =
        ByteBuffer.allocate(HEADER_BYTES + (empty ? 0 : ENVELOPE_BYTES) + wkb.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 'G')
            .put((byte) 'P')
            .put((byte) 0)
            .put((byte) (LITTLE_ENDIAN | (empty ? EMPTY : ENVELOPE_XY)))
            .putInt(srsId);
    if (!empty) {
      Envelope envelope = geometry.getEnvelopeInternal();
      blob.putDouble(envelope.getMinX())
          .putDouble(envelope.getMaxX())
          .putDouble(envelope.getMinY())
          .putDouble(envelope.getMaxY());
    }
    return blob.put(wkb).array();
  }

  /**
   * @throws ParseException when the bytes are no geometry; the message is English and technical
   */
  Geometry decode(byte[] blob) throws ParseException {
    if (blob.length < HEADER_BYTES + WKB_HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw new ParseException("no GP header in " + blob.length + " bytes");
    }
    int envelopeCode = (blob[3] >> 1) & 7;
    if (envelopeCode >= BYTES_OF_ENVELOPE.length || (blob[3] & EXTENDED) != 0) {
      throw new ParseException("flags " + (blob[3] & 0xff));
    }
    int start = HEADER_BYTES + BYTES_OF_ENVELOPE[envelopeCode];
    if (blob.length < start + WKB_HEADER_BYTES) {
      throw new ParseException(blob.length + " bytes");
    }
    Geometry geometry = read(Arrays.copyOfRange(blob, start, blob.length));
    if (!PlainGeometry.isFinite(geometry)) {
      throw new ParseException("NaN or infinite ordinates");
    }
    return geometry;
  }

  private Geometry read(byte[] wkb) throws ParseException {
    ByteBuffer bytes =
        ByteBuffer.wrap(wkb).order(wkb[0] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int type = bytes.getInt(1);
    Geometry geometry;
    try {
      geometry = reader.read(wkb);
    } catch (IllegalArgumentException e) {
      throw new ParseException(e);
    } catch (StackOverflowError e) { // JTS follows collections in collections without a limit
      throw new ParseException("collections nested too deep");
    }
    if (type >= 0 && type <= PLAIN_CODES) {
      return geometry;
    }
    extraOrdinates = true;
    return PlainGeometry.of(geometry);
  }

  /** Whether any geometry so far carried heights or measures. */
  boolean hadExtraOrdinates() {
    return extraOrdinates;
  }
}
