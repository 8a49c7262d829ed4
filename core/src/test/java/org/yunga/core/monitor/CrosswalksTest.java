package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.region;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.yunga.core.RaggedDistricts;
import org.yunga.core.monitor.Crosswalk.Change;
import org.yunga.core.monitor.Crosswalk.Piece;
import org.yunga.core.monitor.Crosswalk.PieceFate;
import org.yunga.core.monitor.Crosswalk.RegionFate;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.space.EqualAreaFrame;

/** Two districts, A in the west and B in the east, and what becomes of them. */
class CrosswalksTest {

  private static final Region A = square("1001", -76, -75);
  private static final Region B = square("1002", -75, -74);

  /** From the equator a degree to the south. */
  private static Region square(String code, double west, double east) {
    return drawn(
        code, "POLYGON ((%1$s -1, %2$s -1, %2$s 0, %1$s 0, %1$s -1))".formatted(west, east));
  }

  private static Region drawn(String code, String wkt) {
    return bounded(ref("districts/" + code), "District " + code, wkt);
  }

  private static Crosswalk between(List<Region> before, List<Region> after) {
    return Crosswalks.between(before, after, CrosswalkQuery.LINE_METRES);
  }

  private static List<String> fates(Crosswalk crosswalk) {
    return crosswalk.changes().stream().map(c -> c.code() + " " + c.fate()).toList();
  }

  private static List<Piece> moved(Crosswalk crosswalk) {
    return crosswalk.pieces().stream().filter(p -> p.fate() == PieceFate.MOVED).toList();
  }

  @Test
  void theSameVersionTwiceIsTheSame() {
    Crosswalk crosswalk = between(List.of(A, B), List.of(A, B));

    assertThat(fates(crosswalk)).containsExactly("1001 SAME", "1002 SAME");
    assertThat(crosswalk.pieces()).hasSize(2).allMatch(p -> p.fate() == PieceFate.KEPT);
    assertThat(crosswalk.pieces()).allMatch(p -> p.shareOfBefore().getAsDouble() == 1);
  }

  @ParameterizedTest
  @CsvSource({"0.004, REDRAWN", "0.008, REDRAWN", "0.012, CHANGED_BY_LAW", "0.1, CHANGED_BY_LAW"})
  void aBorderThatMovesByLessThanAKilometreWasDrawnAnew(double degrees, RegionFate fate) {
    Crosswalk crosswalk =
        between(
            List.of(A, B),
            List.of(square("1001", -76, -75 + degrees), square("1002", -75 + degrees, -74)));

    assertThat(crosswalk.changes()).extracting(Change::fate).containsOnly(fate);
    double strip = degrees * ((Place.Boundary) A.place()).areaHectares();
    assertThat(crosswalk.changes())
        .allSatisfy(
            change ->
                assertThat(change.redrawnHectares() + change.movedHectares())
                    .isCloseTo(strip, within(1e-6 * strip)));
  }

  @Test
  void aPieceThatIsGivenAwayIsAChangeOfTheLawWithItsPlace() {
    String notch = "-75 -0.6, -75.1 -0.6, -75.1 -0.5, -75 -0.5";
    Region smaller =
        drawn("1001", "POLYGON ((-76 -1, -75 -1, " + notch + ", -75 0, -76 0, -76 -1))");
    Region larger =
        drawn(
            "1002",
            "POLYGON ((-75 -1, -74 -1, -74 0, -75 0, -75 -0.5, -75.1 -0.5, -75.1 -0.6, -75 -0.6,"
                + " -75 -1))");

    Crosswalk crosswalk = between(List.of(A, B), List.of(smaller, larger));

    assertThat(fates(crosswalk)).containsExactly("1001 CHANGED_BY_LAW", "1002 CHANGED_BY_LAW");
    Piece piece = moved(crosswalk).get(0);
    assertThat(moved(crosswalk)).hasSize(1);
    assertThat(piece.shareOfBefore().getAsDouble()).isCloseTo(0.01, within(1e-5));
    assertThat(piece.place().get().x).isBetween(-75.1, -75.0);
    assertThat(piece.place().get().y).isBetween(-0.6, -0.5);
  }

  @Test
  void aRegionThatIsSplitGivesGroundToANewOne() {
    Crosswalk crosswalk =
        between(List.of(A), List.of(square("1001", -76, -75.5), square("1003", -75.5, -75)));

    assertThat(fates(crosswalk)).containsExactly("1001 CHANGED_BY_LAW", "1003 CREATED");
    assertThat(crosswalk.pieces())
        .extracting(Piece::fate)
        .containsExactly(PieceFate.KEPT, PieceFate.MOVED);
  }

  @Test
  void aRegionOfAnotherCodeIsTheSameGround() {
    Crosswalk crosswalk = between(List.of(A), List.of(square("1009", -76, -75)));

    assertThat(fates(crosswalk)).containsExactly("1001 ENDED", "1009 CREATED");
    Piece piece = moved(crosswalk).get(0);
    assertThat(piece.shareOfBefore()).hasValue(1);
    assertThat(piece.shareOfAfter()).hasValue(1);
  }

  @Test
  void halfOfASmallTownHasMovedThoughItIsNarrow() {
    Region town = square("1001", -75.004, -75);
    Crosswalk crosswalk =
        between(
            List.of(town), List.of(square("1001", -75.004, -75.002), square("1002", -75.002, -75)));

    assertThat(moved(crosswalk)).hasSize(1);
  }

  @Test
  void groundThatOneVersionLacksIsAPieceOfItsOwn() {
    Crosswalk crosswalk = between(List.of(A, B), List.of(A));

    assertThat(fates(crosswalk)).containsExactly("1001 SAME", "1002 ENDED");
    Piece rest = moved(crosswalk).get(0);
    assertThat(rest.after()).isEmpty();
    assertThat(rest.hectares())
        .isCloseTo(((Place.Boundary) B.place()).areaHectares(), within(1e-6));
    assertThat(between(List.of(A), List.of(A, B)).pieces().get(1).before()).isEmpty();
  }

  @Test
  void regionsWithoutBoundaryAreNotCompared() {
    Crosswalk crosswalk = between(List.of(region(A.ref(), "A")), List.of(A));

    assertThat(fates(crosswalk)).containsExactly("1001 NOT_COMPARED");
    assertThat(crosswalk.changes().get(0).isRenamed()).isTrue();
  }

  /** Every border is ragged anew: the pieces still add up to both versions. */
  @ParameterizedTest
  @CsvSource({"1, 2", "3, 4", "5, 6"})
  void thePiecesOfARegionAddUpToIt(long seedBefore, long seedAfter) {
    List<Region> before = RaggedDistricts.of(seedBefore, 5);
    List<Region> after = RaggedDistricts.of(seedAfter, 5);

    Crosswalk crosswalk = between(before, after);

    for (Region region : before) {
      double sum =
          crosswalk.pieces().stream()
              .filter(p -> p.before().filter(region::equals).isPresent())
              .mapToDouble(Piece::hectares)
              .sum();
      double area = ((Place.Boundary) region.place()).areaHectares();
      assertThat(sum).isCloseTo(area, within(1e-9 * area));
    }
    assertThat(crosswalk.changes()).noneMatch(change -> change.fate() == RegionFate.SAME);
  }

  /** As PSAD56 read as WGS 84 is: all borders are off, none has changed. */
  @Test
  void aWholeSetThatIsShiftedIsNotAChangeOfTheLaw() {
    List<Region> before = RaggedDistricts.of(7, 4);
    List<Region> after = before.stream().map(CrosswalksTest::shifted).toList();

    Crosswalk crosswalk = between(before, after);

    assertThat(crosswalk.changes()).allMatch(change -> change.fate() == RegionFate.REDRAWN);
    assertThat(moved(crosswalk)).isEmpty();
  }

  private static Region shifted(Region region) {
    Geometry outline =
        AffineTransformation.translationInstance(0.002, 0.003)
            .transform(((Place.Boundary) region.place()).geometry());
    return region.at(new Place.Boundary(outline, EqualAreaFrame.hectares(outline)));
  }
}
