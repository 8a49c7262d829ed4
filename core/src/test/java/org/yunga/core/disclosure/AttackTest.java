package org.yunga.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.disclosure.GuardedWorld.SIDE;
import static org.yunga.core.disclosure.GuardedWorld.SOUTH;
import static org.yunga.core.disclosure.GuardedWorld.WEST;
import static org.yunga.core.disclosure.GuardedWorld.YEAR;
import static org.yunga.core.disclosure.GuardedWorld.metres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.disclosure.GuardedWorld.Field;
import org.yunga.core.figure.ValueState;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.monitor.PlotMap;
import org.yunga.core.monitor.PlotMapQuery;
import org.yunga.core.monitor.PlotTotals;
import org.yunga.core.monitor.RegionSetPlots;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.space.GeodesicBuffer;

/** Somebody without a token who asks as often as it takes to find one family's field. */
class AttackTest {

  private static final int COUNT = 400;
  private static final double LEAST = PublicPlots.LEAST_METRES;
  private static final List<String> SETS = List.of("country", "departments", "districts", "zones");
  private static final double[] SIZES = {0.0001, 0.001, 0.01, 0.05, 0.2, 0.6};

  private static PlotTotals.Row row(Monitor monitor, Geometry polygon) {
    return monitor.plotsWithin(polygon).totals().rows().get(0);
  }

  /** Everything that can be asked: levels, zoom steps, polygons of all sizes, buffers. */
  private static List<PlotTotals.Row> allAnswers(Monitor monitor, List<Field> targets) {
    List<PlotTotals.Row> rows = new ArrayList<>();
    for (String set : SETS) {
      RegionSetPlots answer = monitor.plotsByRegion(set);
      answer.regions().forEach(r -> rows.add(r.totals().orElseThrow().rows().get(0)));
      answer.outside().ifPresent(totals -> rows.add(totals.rows().get(0)));
    }
    rows.add(row(monitor, GuardedWorld.box(-60, -5, -59, -4)));
    Random random = new Random(1);
    for (Field target : targets) {
      for (double size : SIZES) {
        double west = target.longitude() - random.nextDouble() * size;
        double south = target.latitude() - random.nextDouble() * size;
        Geometry box = GuardedWorld.box(west, south, west + size, south + size);
        rows.add(row(monitor, box));
        rows.add(row(monitor, GeodesicBuffer.of(box, 1 + random.nextInt(3000))));
        PlotMap.Cells cells =
            (PlotMap.Cells)
                monitor.plotsOnMap(
                    new PlotMapQuery(
                        west,
                        south,
                        west + size,
                        south + size,
                        new PlotSlot("coca_field", YEAR),
                        1000,
                        true));
        cells.cells().forEach(cell -> rows.add(cell.totals()));
      }
    }
    return rows;
  }

  private static void assertSame(List<PlotTotals.Row> some, List<PlotTotals.Row> others) {
    assertThat(others).hasSameSizeAs(some);
    for (int i = 0; i < some.size(); i++) {
      assertThat(others.get(i).state()).isEqualTo(some.get(i).state());
      assertThat(others.get(i).count()).isEqualTo(some.get(i).count());
      // corners are rounded to 0.1 mm when a plot enters, so areas are not the same to the bit
      assertThat(others.get(i).hectares())
          .isCloseTo(some.get(i).hectares(), within(1e-4 * (1 + some.get(i).count())));
      PlotTotals.Bounds bounds = some.get(i).bounds().orElseThrow();
      assertThat(others.get(i).bounds().orElseThrow().low().count())
          .isEqualTo(bounds.low().count());
      assertThat(others.get(i).bounds().orElseThrow().high().count())
          .isEqualTo(bounds.high().count());
    }
  }

  /** So nothing can be learnt of where on its square a field lies, by whatever comparison. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyAnswerIsTheSameWhereverOnTheirSquaresTheFieldsLie(long seed) {
    List<Field> fields = GuardedWorld.fields(seed, COUNT);
    Random random = new Random(seed);
    List<Field> moved = fields.stream().map(field -> field.moved(random)).toList();
    List<Field> targets = fields.subList(0, 40);

    List<PlotTotals.Row> answers = allAnswers(GuardedWorld.monitor(fields), targets);

    assertSame(answers, allAnswers(GuardedWorld.monitor(moved), targets));
    assertThat(answers).anyMatch(row -> row.state() == ValueState.VALUE);
    assertThat(answers).anyMatch(row -> row.state() == ValueState.ZERO);
  }

  /** The next release has one field more; where on its square, not even both releases tell. */
  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void theNextReleaseDoesNotTellWhereOnItsSquareAFieldWasAdded(long seed) {
    List<Field> fields = GuardedWorld.fields(seed, COUNT);
    List<Field> before = fields.subList(1, COUNT);
    List<Field> elsewhere = new ArrayList<>(before);
    elsewhere.add(fields.get(0).moved(new Random(seed)));
    List<Field> targets = fields.subList(0, 20);

    List<PlotTotals.Row> now = allAnswers(GuardedWorld.monitor(fields), targets);

    assertSame(now, allAnswers(GuardedWorld.monitor(elsewhere), targets));
    assertThat(now).isNotEqualTo(allAnswers(GuardedWorld.monitor(before), targets));
  }

  /** The attacker even knows the field, and draws ever closer round it while it is surely there. */
  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void noRectangleSmallerThanASquareSurelyHoldsAField(long seed) {
    List<Field> fields = GuardedWorld.fields(seed, COUNT);
    Monitor monitor = GuardedWorld.monitor(fields);
    int found = 0;
    for (Field target : fields.subList(0, 60)) {
      double[] box = {
        target.x() - 9 * LEAST,
        target.y() - 9 * LEAST,
        target.x() + 9 * LEAST,
        target.y() + 9 * LEAST
      };
      double[] closest = box.clone();
      for (int side = 0; side < 4; side++) {
        double near = side % 2 == 0 ? target.x() : target.y();
        double far = closest[side];
        for (int step = 0; step < 20; step++) {
          closest[side] = (near + far) / 2;
          boolean sure = sureCount(monitor, closest) > 0;
          far = sure ? closest[side] : far;
          near = sure ? near : closest[side];
        }
        closest[side] = far;
      }
      long sure = sureCount(monitor, closest);
      if (sure > 0) {
        found++;
        assertThat(sure).isGreaterThanOrEqualTo(PublicPlots.FEWEST_PLOTS);
        assertThat(closest[2] - closest[0]).isGreaterThan(LEAST - 1);
        assertThat(closest[3] - closest[1]).isGreaterThan(LEAST - 1);
      }
    }
    assertThat(found).as("fields that the attacker could begin with").isGreaterThan(20);
  }

  private static long sureCount(Monitor monitor, double... box) {
    return row(monitor, metres(box[0], box[1], box[2], box[3]))
        .bounds()
        .orElseThrow()
        .low()
        .count();
  }

  /** Where there may be a field there may be three, so that zeros round about do not corner one. */
  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void everySpotWithoutAZeroMayHoldThree(long seed) {
    Monitor monitor = GuardedWorld.monitor(GuardedWorld.fields(seed, COUNT));
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      double west = WEST + random.nextDouble() * SIDE;
      double south = SOUTH + random.nextDouble() * SIDE;
      PlotTotals.Row row =
          row(monitor, GuardedWorld.box(west, south, west + 0.0001, south + 0.0001));
      long most = row.bounds().orElseThrow().high().count();
      assertThat(most == 0 || most >= PublicPlots.FEWEST_PLOTS).as("at most %d", most).isTrue();
    }
  }

  /** A whole less those of its parts that are told is nothing, or three and more. */
  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12, 13})
  void differencesBetweenLevelsAreNeverFew(long seed) {
    Monitor monitor = GuardedWorld.monitor(GuardedWorld.fields(seed, 60));
    int withheld = 0;
    RegionSetPlots districts = monitor.plotsByRegion("districts");
    for (RegionSetPlots.RegionPlots department : monitor.plotsByRegion("departments").regions()) {
      PlotTotals.Row whole = department.totals().orElseThrow().rows().get(0);
      long rest = whole.count();
      for (RegionSetPlots.RegionPlots district : districts.regions()) {
        PlotTotals.Row part = district.totals().orElseThrow().rows().get(0);
        boolean isPart = district.region().parent().equals(Optional.of(department.region().ref()));
        rest -= isPart ? part.count() : 0;
        withheld += isPart && part.state() == ValueState.WITHHELD ? 1 : 0;
        assertThat(part.state() != ValueState.VALUE || part.count() >= 3).isTrue();
      }
      if (whole.state() != ValueState.WITHHELD) {
        assertThat(rest == 0 || rest >= PublicPlots.FEWEST_PLOTS)
            .as("left over: %d", rest)
            .isTrue();
      }
    }
    assertThat(withheld).isGreaterThan(1);
  }

  /** What lies in a large square of the map less the small ones in it is nothing, or three. */
  @ParameterizedTest
  @ValueSource(longs = {14, 15})
  void differencesBetweenZoomStepsAreNeverFew(long seed) {
    Monitor monitor = GuardedWorld.monitor(GuardedWorld.fields(seed, COUNT));
    PublicPlots plots =
        PublicPlots.of(monitor.snapshot(), monitor.snapshot().plots().orElseThrow());
    org.locationtech.jts.geom.Envelope all =
        new org.locationtech.jts.geom.Envelope(-1e8, 1e8, -1e8, 1e8);
    int compared = 0;
    for (double step = LEAST; step < 64 * LEAST; step *= 2) {
      List<PublicCell> small = plots.cells(0, step, all).cells();
      for (PublicCell large : plots.cells(0, 2 * step, all).cells()) {
        long rest = large.amount().count();
        for (PublicCell part : small) {
          boolean isPart =
              Math.floorDiv(part.column(), 2) == large.column()
                  && Math.floorDiv(part.row(), 2) == large.row();
          rest -= isPart ? part.amount().count() : 0;
          compared += isPart ? 1 : 0;
        }
        assertThat(rest == 0 || rest >= PublicPlots.FEWEST_PLOTS)
            .as("left over: %d", rest)
            .isTrue();
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  /** Whoever plans with the numbers may rely on their bounds. */
  @ParameterizedTest
  @ValueSource(longs = {16, 17, 18})
  void theTrueNumberLiesBetweenTheBounds(long seed) {
    List<Field> fields = GuardedWorld.fields(seed, COUNT);
    Monitor monitor = GuardedWorld.monitor(fields);
    Random random = new Random(seed);
    double off = 0;
    double all = 0;
    for (int i = 0; i < 200; i++) {
      double width = 0.01 + random.nextDouble() * 0.3;
      double west = WEST + random.nextDouble() * SIDE - width / 2;
      double south = SOUTH + random.nextDouble() * SIDE - width / 2;
      PlotTotals.Row row = row(monitor, GuardedWorld.box(west, south, west + width, south + width));
      long truth =
          fields.stream()
              .filter(f -> f.longitude() > west && f.longitude() < west + width)
              .filter(f -> f.latitude() > south && f.latitude() < south + width)
              .count();
      PlotTotals.Bounds bounds = row.bounds().orElseThrow();
      assertThat(truth).isBetween(bounds.low().count(), bounds.high().count());
      assertThat(row.count()).isBetween(bounds.low().count(), bounds.high().count());
      off += Math.abs(row.count() - truth);
      all += truth;
    }
    assertThat(off / all).as("how far estimates lie off, as a share").isLessThan(0.2);
  }
}
