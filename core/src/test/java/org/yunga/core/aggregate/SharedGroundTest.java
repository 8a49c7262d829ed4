package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Shared ground against OverlayNG. */
class SharedGroundTest {

  private static List<Geometry> list(int size, Supplier<Geometry> shape) {
    List<Geometry> shapes = new ArrayList<>();
    while (shapes.size() < size) {
      shapes.add(shape.get());
    }
    return shapes;
  }

  private static double area(Geometry a, Geometry b, int operation) {
    return OverlayNGRobust.overlay(a, b, operation).getArea();
  }

  private static void assertAsOverlaid(List<Geometry> first, List<Geometry> second) {
    SharedGround ground = SharedGround.of(first, second);
    Map<String, Double> pairs = new HashMap<>();
    ground.pairs().forEach(p -> pairs.put(p.first() + "/" + p.second(), square(p.area())));
    assertThat(pairs).hasSameSizeAs(ground.pairs());
    for (int i = 0; i < first.size(); i++) {
      for (int j = 0; j < second.size(); j++) {
        double expected = area(first.get(i), second.get(j), OverlayNG.INTERSECTION);
        assertThat(pairs.getOrDefault(i + "/" + j, 0.0))
            .as("%s and %s", first.get(i), second.get(j))
            .isCloseTo(expected, within(1e-9 * expected + 1e-5));
      }
    }
    assertRests(first, second, ground.firstAreas(), ground.firstRests());
    assertRests(second, first, ground.secondAreas(), ground.secondRests());
  }

  private static void assertRests(
      List<Geometry> shapes, List<Geometry> others, List<Long> areas, List<Long> rests) {
    Geometry all = OverlayNGRobust.union(Shapes.FACTORY.buildGeometry(others));
    for (int i = 0; i < shapes.size(); i++) {
      double whole = shapes.get(i).getArea();
      assertThat(square(areas.get(i))).isCloseTo(whole, within(1e-6));
      assertThat(square(rests.get(i)))
          .as("rest of %s", shapes.get(i))
          .isCloseTo(area(shapes.get(i), all, OverlayNG.DIFFERENCE), within(1e-9 * whole + 1e-5));
    }
  }

  private static double square(long fixedPoint) {
    return fixedPoint / FixedPoint.UNITS;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void outlinesThatLieOverEachOther(long seed) {
    Random random = new Random(seed);
    Supplier<Geometry> star =
        () ->
            Shapes.star(
                random,
                -8_500_000 + 9_000 * random.nextDouble(),
                -1_100_000 + 9_000 * random.nextDouble(),
                200 + 2_500 * random.nextDouble(),
                3 + random.nextInt(60));
    assertAsOverlaid(list(20, star), list(25, star));
  }

  /** On whole coordinates nearly every edge runs along another or ends on one; holes too. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void sharedEdgesCornersAndHoles(long seed) {
    Random random = new Random(seed);
    Supplier<Geometry> cells =
        () ->
            Shapes.cells(
                random,
                random.nextInt(30),
                random.nextInt(30),
                1 + random.nextInt(5),
                1 + random.nextInt(7),
                0.3 + 0.6 * random.nextDouble());
    assertAsOverlaid(list(15, cells), list(15, cells));
  }

  @Test
  void overDivisionsWithoutOverlapsTheAnswerAddsUpToTheLastDigit() {
    Random random = new Random(4);
    List<Geometry> squares = new ArrayList<>();
    List<Geometry> stripes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double x = i % 10 * 333.3;
      double y = i / 10 * 333.3;
      squares.add(Shapes.rectangle(x, y, x + 333.3, y + 333.3));
    }
    for (double x = -100; x < 2_500; ) {
      double width = 1 + 300 * random.nextDouble();
      stripes.add(Shapes.rectangle(x, 50, x + width, 4_000));
      x += width;
    }
    SharedGround ground = SharedGround.of(squares, stripes);

    for (int i = 0; i < squares.size(); i++) {
      int number = i;
      long inside =
          ground.pairs().stream()
              .filter(pair -> pair.first() == number)
              .mapToLong(SharedGround.Pair::area)
              .sum();
      assertThat(inside + ground.firstRests().get(i)).isEqualTo(ground.firstAreas().get(i));
    }
  }

  @Test
  void aListWithItself() {
    List<Geometry> shapes =
        List.of(
            Shapes.rectangle(0, 0, 10, 10),
            Shapes.rectangle(10, 0, 20, 10),
            Shapes.rectangle(15, 0, 30, 10));

    assertThat(SharedGround.of(shapes, shapes).pairs())
        .containsExactly(
            pair(0, 0, 100), pair(1, 1, 100), pair(1, 2, 50), pair(2, 1, 50), pair(2, 2, 150));
    assertThat(SharedGround.of(shapes, shapes).firstRests()).containsExactly(0L, 0L, 0L);
  }

  private static SharedGround.Pair pair(int first, int second, double area) {
    return new SharedGround.Pair(first, second, FixedPoint.of(area));
  }

  @Test
  void nothingToCompareWith() {
    List<Geometry> one = List.of(Shapes.rectangle(0, 0, 10, 10));

    assertThat(SharedGround.of(one, List.of()).firstRests()).containsExactly(100_000_000L);
    assertThat(SharedGround.of(List.of(), one).secondRests()).containsExactly(100_000_000L);
  }
}
