package org.yunga.core.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.yunga.core.Fixtures.wkt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

class GeometryBlobTest {

  private static final Geometry GEOMETRY =
      wkt("MULTIPOLYGON (((-76 -8, -75 -8, -75 -7.123456789012345, -76 -8)))");

  @Test
  void headerNamesTheFrameAndTheEnvelope() {
    ByteBuffer blob = ByteBuffer.wrap(GeometryBlob.encode(GEOMETRY)).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(new byte[] {blob.get(), blob.get(), blob.get(), blob.get()})
        .containsExactly('G', 'P', 0, 3);
    assertThat(blob.getInt()).isEqualTo(4326);
    assertThat(
            new double[] {blob.getDouble(), blob.getDouble(), blob.getDouble(), blob.getDouble()})
        .containsExactly(-76, -75, -8, -7.123456789012345);
  }

  @Test
  void comesBackExactly() {
    Geometry back = GeometryBlob.decode(GeometryBlob.encode(GEOMETRY));
    assertThat(back).isEqualTo(GEOMETRY);
    assertThat(back.getSRID()).isEqualTo(4326);
  }

  /** QGIS may edit the file: other programs write other envelopes and byte orders. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 32", "2, 48", "3, 48", "4, 64"})
  void readsWhatOthersWrite(int envelopeCode, int envelopeBytes) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN).write(GEOMETRY);
    byte[] blob = blob('P', envelopeCode, envelopeBytes, wkb);
    assertThat(GeometryBlob.decode(blob)).isEqualTo(GEOMETRY);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7})
  void refusesEnvelopesThatTheStandardDoesNotHave(int envelopeCode) {
    assertThatIllegalStateException()
        .isThrownBy(() -> GeometryBlob.decode(blob('P', envelopeCode, 0, new byte[10])));
  }

  @Test
  void refusesWhatIsNoGeometry() {
    assertThatIllegalStateException()
        .isThrownBy(() -> GeometryBlob.decode(blob('X', 0, 0, new byte[10])));
    assertThatIllegalStateException()
        .isThrownBy(() -> GeometryBlob.decode(blob('P', 0, 0, new byte[3])));
  }

  private static byte[] blob(char second, int envelopeCode, int envelopeBytes, byte[] wkb) {
    return ByteBuffer.allocate(8 + envelopeBytes + wkb.length)
        .put((byte) 'G')
        .put((byte) second)
        .put((byte) 0)
        .put((byte) (envelopeCode << 1))
        .putInt(4326)
        .put(new byte[envelopeBytes])
        .put(wkb)
        .array();
  }
}
