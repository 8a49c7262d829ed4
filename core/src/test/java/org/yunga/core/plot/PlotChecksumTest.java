package org.yunga.core.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.wkt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.space.EqualAreaFrame;

/** Two lists of plots have the same sum when they hold the same, in whichever order. */
class PlotChecksumTest {

  private static final PlotSlot SLOT = new PlotSlot("coca_field", 2024);
  private static final String FIELD =
      "POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8), (-74.95 -7.99, -74.94 -7.99, -74.94 -7.98,"
          + " -74.95 -7.99))";
  private static final String SMALLER = "POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))";

  private static StoredPlot plot(int number, String shape) {
    return at(number, EqualAreaFrame.project(wkt(shape)));
  }

  private static StoredPlot at(int number, Geometry metres) {
    Coordinate first = metres.getCoordinate();
    Coordinate inside = new Coordinate(first.x, first.y); // a difference of no bits
    return new StoredPlot(SLOT, number, 1000, OptionalLong.empty(), inside, metres);
  }

  private static PlotChecksum sum(List<StoredPlot> plots) {
    PlotChecksum sum = new PlotChecksum();
    plots.forEach(sum::add);
    return sum;
  }

  private static PlotChecksum sum(StoredPlot... plots) {
    return sum(Arrays.asList(plots));
  }

  @Test
  void theOrderDoesNotCount() {
    List<StoredPlot> plots = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      plots.add(plot(i, i % 2 == 0 ? FIELD : SMALLER));
    }
    PlotChecksum before = sum(plots);
    Collections.shuffle(plots, new Random(2026));
    assertThat(sum(plots)).isEqualTo(before);
    assertThat(sum(plots.subList(1, 100))).isNotEqualTo(before);
    assertThat(before.plots()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SMALLER,
        "MULTIPOLYGON (((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8), (-74.95 -7.99, -74.94 -7.99, -74.94"
            + " -7.98, -74.95 -7.99)))",
        "POLYGON ((-75 -8, -74.9 -8, -74.9 -7.900000001, -75 -8), (-74.95 -7.99, -74.94 -7.99,"
            + " -74.94 -7.98, -74.95 -7.99))",
        "LINESTRING (-75 -8, -74.9 -8, -74.9 -7.9, -75 -8)",
        "MULTILINESTRING ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))",
        "POINT (-75 -8)",
      })
  void anotherShapeCounts(String other) {
    assertThat(sum(plot(1, other)))
        .isNotEqualTo(sum(plot(1, FIELD)))
        .isEqualTo(sum(plot(1, other)));
  }

  @Test
  void everyMeasureCounts() {
    StoredPlot own = plot(1, SMALLER);
    Coordinate moved = new Coordinate(Math.nextUp(own.inside().x), own.inside().y);
    OptionalLong none = OptionalLong.empty();
    List<StoredPlot> others =
        List.of(
            new StoredPlot(SLOT, 2, 1000, none, own.inside(), own.metres()),
            new StoredPlot(SLOT, 1, 1001, none, own.inside(), own.metres()),
            new StoredPlot(SLOT, 1, 1000, OptionalLong.of(0), own.inside(), own.metres()),
            new StoredPlot(SLOT, 1, 1000, none, moved, own.metres()),
            new StoredPlot(
                new PlotSlot("coca_field", 2023), 1, 1000, none, own.inside(), own.metres()),
            new StoredPlot(new PlotSlot("lot", 2024), 1, 1000, none, own.inside(), own.metres()));
    assertThat(others).allSatisfy(other -> assertThat(sum(other)).isNotEqualTo(sum(own)));
    assertThat(sum(own, own)).isNotEqualTo(sum(own)).isNotEqualTo(sum());
  }

  /** Sizes that change places between two plots have the same sum, but not the same checksum. */
  @Test
  void whatIsExchangedBetweenTwoPlotsCounts() {
    StoredPlot one = plot(1, SMALLER);
    StoredPlot two = plot(2, FIELD);
    assertThat(sum(at(2, one.metres()), at(1, two.metres()))).isNotEqualTo(sum(one, two));
  }

  /** As the sine of another processor gives it. */
  @Test
  void theLastBitOfAProjectionDoesNotCount() {
    Geometry nudged = EqualAreaFrame.project(wkt(FIELD));
    nudged.apply(
        (CoordinateFilter)
            point -> {
              point.x = Math.nextUp(point.x);
              point.y = Math.nextDown(point.y);
            });
    assertThat(sum(at(1, nudged))).isEqualTo(sum(plot(1, FIELD)));
  }
}
