package org.yunga.core.plot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.yunga.core.space.DegreeGrid;
import org.yunga.core.space.EqualAreaFrame;

/**
 * What plots add up to, in whichever order they come: how many there are, and the sums of the four
 * words of each one's SHA-256 (AdHash of Bellare and Micciancio, EUROCRYPT 1997, over 64-bit
 * words). Two lists give the same only if they hold the same plots, each as often.
 *
 * <p>Vertices count as steps of {@link DegreeGrid}, on which they lie, and the interior point as
 * the difference of its bits to the first vertex: the last bit of a projection is not the same on
 * every machine.
 */
public final class PlotChecksum {

  private static final int WORDS = 4;

  /** Bytes of a plot besides its kind and its shape. */
  private static final int FIXED = 64;

  private final MessageDigest sha256;
  private final byte[] hash = new byte[WORDS * Long.BYTES];
  private final long[] sums = new long[WORDS];
  private ByteBuffer bytes = ByteBuffer.allocate(1024);
  private long plots;

  /** Of no plots yet. */
  public PlotChecksum() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Of all plots of some packs; reads a block at a time. */
  public static PlotChecksum of(List<PlotPack> packs) {
    PlotChecksum sum = new PlotChecksum();
    packs.forEach(pack -> StoredPlot.forEach(pack, sum::add));
    return sum;
  }

  /**
   * Adds a plot.
   *
   * @throws RuntimeException when its shape is no plot's; then nothing was added
   */
  public void add(StoredPlot plot) {
    write(plot);
    try {
      sha256.update(bytes.array(), 0, bytes.position());
      sha256.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes", e);
    }
    ByteBuffer words = ByteBuffer.wrap(hash);
    for (int i = 0; i < WORDS; i++) {
      sums[i] += words.getLong();
    }
    plots++;
  }

  /** Adds something that is no plot: the sums are then those of no list of plots. */
  public void addOther() {
    plots++;
    sums[0]++;
  }

  /** How many were added. */
  public long plots() {
    return plots;
  }

  private void write(StoredPlot plot) {
    byte[] kind = plot.slot().kind().getBytes(StandardCharsets.UTF_8);
    Geometry shape = plot.metres();
    int most = FIXED + kind.length + 2 * Long.BYTES * (shape.getNumPoints() + rings(shape));
    if (bytes.capacity() < most) {
      bytes = ByteBuffer.allocate(2 * most);
    }
    bytes.clear();
    bytes.putInt(kind.length).put(kind).putInt(plot.slot().year()).putInt(plot.number());
    bytes.putLong(plot.size()).putLong(plot.value().orElse(-1));
    Coordinate first = shape.getCoordinate();
    bytes.putLong(bits(plot.inside().x, first.x)).putLong(bits(plot.inside().y, first.y));
    bytes.putInt(shape.getNumGeometries()).put((byte) (isMulti(shape) ? 1 : 0));
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      part(shape.getGeometryN(i));
    }
  }

  private static long bits(double of, double from) {
    return Double.doubleToRawLongBits(of) - Double.doubleToRawLongBits(from);
  }

  private static boolean isMulti(Geometry shape) {
    return shape.getNumGeometries() != 1 || shape.getGeometryN(0) != shape;
  }

  private static int rings(Geometry shape) {
    int rings = 0;
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      rings += shape.getGeometryN(i) instanceof Polygon area ? 1 + area.getNumInteriorRing() : 1;
    }
    return rings;
  }

  private void part(Geometry part) {
    if (part instanceof Polygon area) {
      bytes.putInt(area.getNumInteriorRing());
      chain(area.getExteriorRing().getCoordinateSequence());
      for (int i = 0; i < area.getNumInteriorRing(); i++) {
        chain(area.getInteriorRingN(i).getCoordinateSequence());
      }
    } else if (part instanceof LineString line) {
      bytes.putInt(-1);
      chain(line.getCoordinateSequence());
    } else if (part instanceof Point point) {
      bytes.putInt(-2);
      chain(point.getCoordinateSequence());
    } else {
      throw new IllegalArgumentException("Not the shape of a plot: " + part.getGeometryType());
    }
  }

  private void chain(CoordinateSequence metres) {
    bytes.putInt(metres.size());
    for (int i = 0; i < metres.size(); i++) {
      bytes.putLong(DegreeGrid.steps(EqualAreaFrame.longitude(metres.getX(i))));
      bytes.putLong(DegreeGrid.steps(EqualAreaFrame.latitude(metres.getY(i))));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlotChecksum sum && sum.plots == plots && Arrays.equals(sum.sums, sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }
}
