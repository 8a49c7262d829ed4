package org.yunga.geodata.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.ExplainedException;

class ZonalTotalsTest {

  private static final CellMeaning CLASSES = new CellMeaning.Classes();
  private static final double[][] FOUR = {{1, 2}, {3, 4}};

  @Test
  void sharesACutCellByArea() {
    // The left column, and a quarter of the width of the right one.
    RasterTotals totals =
        count(raster(FOUR), CLASSES, "POLYGON ((-76 -8, -74.75 -8, -74.75 -10, -76 -10, -76 -8))");

    double upper = hectares(-76, -75, -9, -8);
    assertThat(first(totals).hectares(1)).isCloseTo(upper, within(1e-6 * upper));
    assertThat(first(totals).hectares(2)).isCloseTo(upper / 4, within(1e-6 * upper));
    assertThat(totals.outside().hectares(2)).isCloseTo(upper * 3 / 4, within(1e-6 * upper));
  }

  @Test
  void leavesOutHolesAndAddsParts() {
    RasterTotals totals =
        count(
            raster(FOUR),
            CLASSES,
            "MULTIPOLYGON (((-76 -8, -76 -9, -75 -9, -75 -8, -76 -8),"
                + " (-75.9 -8.1, -75.5 -8.1, -75.5 -8.5, -75.9 -8.5, -75.9 -8.1)),"
                + " ((-74.5 -9.5, -74.2 -9.5, -74.2 -9.2, -74.5 -9.5)))");

    assertThat(first(totals).hectares(1))
        .isCloseTo(hectares(-76, -75, -9, -8) - hectares(-75.9, -75.5, -8.5, -8.1), within(1e-3));
    assertThat(first(totals).hectares(4))
        .isCloseTo(
            area("POLYGON ((-74.5 -9.5, -74.2 -9.5, -74.2 -9.2, -74.5 -9.5))"), within(1e-3));
  }

  @Test
  void tellsWhatLiesBeyondTheRaster() {
    RasterTotals totals =
        count(raster(FOUR), CLASSES, "POLYGON ((-77 -8, -75 -8, -75 -9, -77 -9, -77 -8))");

    assertThat(first(totals).beyond()).isCloseTo(hectares(-77, -76, -9, -8), within(1e-3));
    assertThat(first(totals).seenShare()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void keepsNodataOutOfTheClassesAndTellsIt() {
    RasterTotals totals =
        count(
            raster(FOUR).withNodata(3),
            CLASSES,
            "POLYGON ((-76 -8, -74 -8, -74 -10, -76 -10, -76 -8))");

    assertThat(first(totals).classes()).containsOnlyKeys(1, 2, 4);
    assertThat(first(totals).nodata()).isCloseTo(hectares(-76, -75, -10, -9), within(1e-3));
    assertThat(totals.notices()).extracting("code").containsExactly("raster_nodata");
  }

  @Test
  void weighsFractions() {
    RasterTotals totals =
        count(
            raster(new double[][] {{0, 25}, {100, Double.NaN}}),
            new CellMeaning.Fractions(100),
            "POLYGON ((-76 -8, -74 -8, -74 -10, -76 -10, -76 -8))");

    double upper = hectares(-76, -75, -9, -8);
    double lower = hectares(-76, -75, -10, -9);
    assertThat(first(totals).hectares(ZoneHectares.SHARE))
        .isCloseTo(upper / 4 + lower, within(1e-3));
    assertThat(first(totals).seen()).isCloseTo(2 * upper + lower, within(1e-3));
    assertThat(first(totals).nodata()).isCloseTo(lower, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void agreesWithIntersectingEveryCell(int tile) {
    double cell = 0.1;
    Random chance = new Random(20261121);
    double[][] values = randomClasses(chance, 40, 30);
    List<String> zones = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      zones.add(star(chance, -75.5 + chance.nextDouble() * 3, -10 + chance.nextDouble() * 4));
    }
    RasterTotals totals =
        count(ArrayRaster.of(-76, -8, cell, tile, values), CLASSES, zones.toArray(String[]::new));

    for (int i = 0; i < zones.size(); i++) {
      Map<Integer, Double> expected = bruteForce(values, -76, -8, cell, zones.get(i));
      ZoneHectares found = totals.regions().get(ref(i));
      for (int value = 0; value < 5; value++) {
        assertThat(found.hectares(value))
            .describedAs("%s class %d", zones.get(i), value)
            .isCloseTo(expected.getOrDefault(value, 0.0), within(1e-3));
      }
    }
  }

  @Test
  void partsOfAPartitionAddUpToTheWhole() {
    Random chance = new Random(7);
    double[][] values = randomClasses(chance, 50, 50);
    String shared = "-73.5 -8.2, -74 -10, -72.9 -11.5, -73.1 -12.7";
    String sharedBack = "-73.1 -12.7, -72.9 -11.5, -74 -10, -73.5 -8.2";
    String western = "-75.5 -12.8, -75.97 -8.03";
    String eastern = "-71.2 -8.4, -71.5 -12.9";
    Geometry west = wkt("POLYGON ((" + shared + ", " + western + ", -73.5 -8.2))");
    Geometry east = wkt("POLYGON ((" + sharedBack + ", " + eastern + ", -73.1 -12.7))");
    Geometry whole =
        wkt("POLYGON ((-73.5 -8.2, " + eastern + ", -73.1 -12.7, " + western + ", -73.5 -8.2))");
    ArrayRaster raster = ArrayRaster.of(-76, -8, 0.1, 16, values);
    RasterTotals parts = count(raster, regions(west, east));
    ZoneHectares all = first(count(raster, regions(whole)));

    for (int value = 0; value < 5; value++) {
      double sum = parts.regions().get(ref(0)).hectares(value);
      sum += parts.regions().get(ref(1)).hectares(value);
      assertThat(sum).isCloseTo(all.hectares(value), within(1e-9 * all.seen()));
      assertThat(sum + parts.outside().hectares(value))
          .isCloseTo(parts.whole().hectares(value), within(1e-9 * all.seen()));
    }
    assertThat(all.seen()).isCloseTo(EqualAreaFrame.hectares(whole), within(1e-9 * all.seen()));
    assertThat(parts.overlapHectares()).isCloseTo(0, within(1e-6));
  }

  @Test
  void tellsGroundThatTwoRegionsClaim() {
    Geometry column = wkt("POLYGON ((-76 -8, -75 -8, -75 -10, -76 -10, -76 -8))");
    Geometry row = wkt("POLYGON ((-76 -8, -74 -8, -74 -9, -76 -9, -76 -8))");

    assertThat(count(raster(FOUR), regions(column, row)).overlapHectares())
        .isCloseTo(hectares(-76, -75, -9, -8), within(1e-3));
  }

  @Test
  void saysHowFarItHasCome() {
    List<Long> told = new ArrayList<>();
    new ZonalTotals(
            ArrayRaster.of(-76, -8, 0.01, 1024, new double[4096][1500]),
            CLASSES,
            regions(wkt("POLYGON ((-76 -8, -75 -8, -75 -9, -76 -8))")),
            (done, of) -> told.add(done))
        .count();

    assertThat(told).isSorted().hasSizeGreaterThan(1).endsWith(4096L * 1500);
  }

  @Test
  void refusesDecimalsAsClasses() {
    assertRefused("raster_not_classes", new double[][] {{1, 2.5}}, CLASSES, "2.5");
  }

  @Test
  void refusesMoreThanAThousandClasses() {
    double[][] many = new double[11][91];
    for (int i = 0; i < 1001; i++) {
      many[i / 91][i % 91] = i * 3;
    }
    assertRefused("raster_too_many_classes", many, CLASSES, "1000");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, 100})
  void refusesWhatIsNoFraction(double value) {
    assertRefused(
        "raster_fraction_out_of_range",
        new double[][] {{0.5, value}},
        new CellMeaning.Fractions(1),
        String.valueOf(value));
  }

  private static void assertRefused(
      String code, double[][] values, CellMeaning meaning, String named) {
    assertThatThrownBy(
            () -> count(raster(values), meaning, "POLYGON ((-76 -8, -75 -8, -75 -9, -76 -8))"))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.explanation().es()).contains(named);
              assertThat(e.explanation().en()).contains(named);
            });
  }

  private static ArrayRaster raster(double[][] values) {
    return ArrayRaster.of(-76, -8, 1, 256, values);
  }

  private static RasterTotals count(Raster raster, CellMeaning meaning, String... wkt) {
    Geometry[] zones = new Geometry[wkt.length];
    for (int i = 0; i < wkt.length; i++) {
      zones[i] = wkt(wkt[i]);
    }
    return new ZonalTotals(raster, meaning, regions(zones), RasterProgress.NONE).count();
  }

  private static RasterTotals count(Raster raster, Map<RegionRef, Geometry> regions) {
    return new ZonalTotals(raster, CLASSES, regions, RasterProgress.NONE).count();
  }

  private static Map<RegionRef, Geometry> regions(Geometry... zones) {
    Map<RegionRef, Geometry> regions = new LinkedHashMap<>();
    for (int i = 0; i < zones.length; i++) {
      regions.put(ref(i), zones[i]);
    }
    return regions;
  }

  private static RegionRef ref(int i) {
    return new RegionRef("zones", "zone-" + i);
  }

  private static ZoneHectares first(RasterTotals totals) {
    return totals.regions().get(ref(0));
  }

  /** Every cell as a polygon, intersected in the equal-area frame. */
  private static Map<Integer, Double> bruteForce(
      double[][] values, double west, double north, double cell, String wkt) {
    Geometry zone = EqualAreaFrame.project(wkt(wkt));
    Map<Integer, Double> hectares = new TreeMap<>();
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values[row].length; column++) {
        Geometry square =
            new GeometryFactory()
                .toGeometry(
                    new Envelope(
                        west + column * cell,
                        west + (column + 1) * cell,
                        north - row * cell,
                        north - (row + 1) * cell));
        double area = EqualAreaFrame.project(square).intersection(zone).getArea() / 10_000;
        hectares.merge((int) values[row][column], area, Double::sum);
      }
    }
    return hectares;
  }

  private static double[][] randomClasses(Random chance, int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = chance.nextInt(5);
      }
    }
    return values;
  }

  /** A polygon that does not cross itself, some corners on grid lines, clockwise or not. */
  private static String star(Random chance, double x, double y) {
    int corners = 3 + chance.nextInt(12);
    boolean clockwise = chance.nextBoolean();
    StringBuilder wkt = new StringBuilder();
    String start = null;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners * (clockwise ? -1 : 1);
      double radius = 0.05 + chance.nextDouble() * 1.5;
      double px = x + radius * Math.cos(angle);
      double py = y + radius * Math.sin(angle);
      if (chance.nextInt(3) == 0) {
        px = Math.round(px * 10) / 10.0;
      }
      String corner = px + " " + py;
      start = start == null ? corner : start;
      wkt.append(corner).append(", ");
    }
    return "POLYGON ((" + wkt + start + "))";
  }

  private static double hectares(double west, double east, double south, double north) {
    return EqualAreaFrame.hectares(
        new GeometryFactory().toGeometry(new Envelope(west, east, south, north)));
  }

  private static double area(String wkt) {
    return EqualAreaFrame.hectares(wkt(wkt));
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
