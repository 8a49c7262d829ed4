package org.yunga.core.disclosure;

import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.wkt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;

/**
 * Real fields by chance in a country of four departments of four districts each, with zones across
 * them: many where there are some already, here and there one alone, and some in no district.
 */
final class GuardedWorld {

  static final int YEAR = 2023;
  static final double WEST = -76;
  static final double SOUTH = -9;
  static final double SIDE = 0.4;

  /** Half the side of a field, metres. */
  private static final double HALF = 30;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * Where a field lies.
   *
   * @param x metres of the equal-area frame
   * @param y metres of the equal-area frame
   */
  record Field(double x, double y) {

    Geometry metres() {
      return FACTORY.toGeometry(new Envelope(x - HALF, x + HALF, y - HALF, y + HALF));
    }

    double longitude() {
      return EqualAreaFrame.longitude(x);
    }

    double latitude() {
      return EqualAreaFrame.latitude(y);
    }

    /** Elsewhere in the same least square and district. */
    Field moved(Random random) {
      for (int tries = 0; tries < 10_000; tries++) {
        double side = PublicPlots.LEAST_METRES;
        Field moved =
            new Field(
                (Math.floor(x / side) + random.nextDouble()) * side,
                (Math.floor(y / side) + random.nextDouble()) * side);
        if (moved.district().equals(district())) {
          return moved;
        }
      }
      throw new AssertionError("No other place in the square of " + this);
    }

    String district() {
      return (int) Math.floor((longitude() - WEST) / SIDE * 4)
          + "/"
          + (int) Math.floor((latitude() - SOUTH) / SIDE * 4);
    }
  }

  private GuardedWorld() {}

  static List<Field> fields(long seed, int count) {
    Random random = new Random(seed);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean alone = fields.isEmpty() || random.nextInt(8) == 0;
      Field near = alone ? null : fields.get(random.nextInt(fields.size()));
      double x =
          alone
              ? EqualAreaFrame.x(WEST + (random.nextDouble() * 1.2 - 0.1) * SIDE)
              : near.x() + random.nextGaussian() * 1500;
      double y =
          alone
              ? EqualAreaFrame.y(SOUTH + (random.nextDouble() * 1.2 - 0.1) * SIDE)
              : near.y() + random.nextGaussian() * 1500;
      fields.add(new Field(x, y));
    }
    return fields;
  }

  /** Asks as everybody may. */
  static Monitor monitor(List<Field> fields) {
    List<PlotSlot> slots = List.of(new PlotSlot("coca_field", YEAR));
    List<Plot> plots =
        fields.stream()
            .map(f -> new Plot("coca_field", YEAR, EqualAreaFrame.unproject(f.metres())))
            .toList();
    Dataset dataset = Dataset.of("plots/survey", "t", "s", "l", "f", "0".repeat(64));
    Release release = new Release(1, Instant.EPOCH, List.of(dataset));
    return new Monitor(
        Snapshot.of(
            new ReleaseContent(release, catalogue(), regions(), List.of()),
            Optional.of(PlotIndex.of(slots, plots::forEach))));
  }

  static List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    regions.add(square("country", "PE", null, 0, 0, 4));
    for (int column = 0; column < 4; column += 2) {
      for (int row = 0; row < 4; row += 2) {
        regions.add(square("departments", column + "" + row, "country/PE", column, row, 2));
      }
    }
    for (int column = 0; column < 4; column++) {
      for (int row = 0; row < 4; row++) {
        String outer = "departments/" + column / 2 * 2 + row / 2 * 2;
        regions.add(square("districts", column + "" + row, outer, column, row, 1));
      }
    }
    regions.add(square("zones", "1", null, 0.5, 0.5, 2));
    return regions;
  }

  private static Region square(
      String set, String code, String parent, double column, double row, double size) {
    double unit = SIDE / 4;
    Geometry outline =
        box(
            WEST + column * unit,
            SOUTH + row * unit,
            WEST + (column + size) * unit,
            SOUTH + (row + size) * unit);
    Optional<RegionRef> outer =
        Optional.ofNullable(parent).map(p -> new RegionRef(p.split("/")[0], p.split("/")[1]));
    return new Region(
        new RegionRef(set, code),
        code,
        outer,
        Optional.empty(),
        new Place.Boundary(outline, EqualAreaFrame.hectares(outline)),
        List.of());
  }

  static Geometry box(double west, double south, double east, double north) {
    return wkt(
        String.format(
            Locale.ROOT,
            "POLYGON ((%1$.12f %2$.12f, %3$.12f %2$.12f, %3$.12f %4$.12f, %1$.12f %4$.12f,"
                + " %1$.12f %2$.12f))",
            west,
            south,
            east,
            north));
  }

  /** A rectangle given in metres of the equal-area frame. */
  static Geometry metres(double west, double south, double east, double north) {
    return box(
        EqualAreaFrame.longitude(west),
        EqualAreaFrame.latitude(south),
        EqualAreaFrame.longitude(east),
        EqualAreaFrame.latitude(north));
  }
}
