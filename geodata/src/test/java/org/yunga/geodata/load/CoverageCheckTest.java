package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.RealBoundaries;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.reference.ReferenceData;

/** Regions beside each other, on squares near the equator: a degree is some 111 km. */
class CoverageCheckTest {

  private static final String WEST = "POLYGON ((-76 -1, -75 -1, -75 0, -76 0, -76 -1))";

  private static List<BoundaryProblem> check(String regionSet, String... wkts) {
    List<Region> regions = new ArrayList<>();
    for (String wkt : wkts) {
      regions.add(region(regionSet, "2%d".formatted(regions.size()), wkt));
    }
    return CoverageCheck.of("f.gpkg", regionSet, regions);
  }

  private static Region region(String set, String code, String wkt) {
    try {
      Geometry outline = new WKTReader().read(wkt);
      return new Region(
          new RegionRef(set, code),
          "R" + code,
          Optional.empty(),
          Optional.empty(),
          new Place.Boundary(outline, EqualAreaFrame.hectares(outline)),
          List.of());
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  private static List<String> codes(List<BoundaryProblem> problems) {
    return problems.stream().map(BoundaryProblem::code).toList();
  }

  @Test
  void neighboursThatShareTheirBorderAreFine() {
    assertThat(check("departments", WEST, "POLYGON ((-75 -1, -74 -1, -74 0, -75 0, -75 -1))"))
        .isEmpty();
  }

  @Test
  void aVertexThatOnlyOneNeighbourHasIsFineOnAStraightBorder() {
    assertThat(
            check(
                "departments", WEST, "POLYGON ((-75 -1, -74 -1, -74 0, -75 0, -75 -0.5, -75 -1))"))
        .isEmpty();
  }

  @Test
  void anOverlapIsToldWithBothRegionsItsAreaAndItsPlace() {
    String over = "POLYGON ((-75.02 -1, -74 -1, -74 0, -75.02 0, -75.02 -1))";

    List<BoundaryProblem> problems = check("departments", WEST, over);

    assertThat(problems).hasSize(1);
    CoverageProblem.RegionsOverlap overlap = (CoverageProblem.RegionsOverlap) problems.get(0);
    assertThat(overlap.one()).isEqualTo("20 R20");
    assertThat(overlap.other()).isEqualTo("21 R21");
    double strip = 0.02 * EqualAreaFrame.hectares(geometry(WEST));
    assertThat(overlap.hectares()).isCloseTo(strip, within(1e-6 * strip));
    assertThat(overlap.at().x).isBetween(-75.02, -75.0);
    assertThat(overlap.severity()).isEqualTo(Severity.TOLD);
  }

  @Test
  void aSliverIsCounted() {
    String over = "POLYGON ((-75.0000001 -1, -74 -1, -74 0, -75.0000001 0, -75.0000001 -1))";

    List<BoundaryProblem> problems = check("departments", WEST, over);

    CoverageProblem.SliverOverlaps slivers = (CoverageProblem.SliverOverlaps) problems.get(0);
    assertThat(slivers.count()).isEqualTo(1);
    assertThat(slivers.hectares()).isCloseTo(0.123, within(0.001));
  }

  @Test
  void aDivisionThatLiesOverItselfIsRefusedButZonesMay() {
    String half = "POLYGON ((-75.5 -1, -74.5 -1, -74.5 0, -75.5 0, -75.5 -1))";

    assertThat(codes(check("departments", WEST, half)))
        .containsExactly("overlap_too_large", "regions_overlap");
    assertThat(check("departments", WEST, half).get(0).severity()).isEqualTo(Severity.REFUSED);
    assertThat(codes(check("zei", WEST, half))).containsExactly("regions_overlap");
  }

  @Test
  void aGapIsToldWithItsAreaAndItsPlaceInAPoliticalDivision() {
    String around =
        "POLYGON ((-75 -1, -74 -1, -74 0, -75 0, -75 -0.3, -74.8 -0.3, -74.8 -0.7, -75 -0.7, -75 -1))";

    List<BoundaryProblem> problems = check("departments", WEST, around);

    CoverageProblem.GapFound gap = (CoverageProblem.GapFound) problems.get(0);
    assertThat(problems).hasSize(1);
    assertThat(gap.hectares())
        .isCloseTo(
            EqualAreaFrame.hectares(
                geometry("POLYGON ((-75 -0.7, -74.8 -0.7, -74.8 -0.3, -75 -0.3, -75 -0.7))")),
            within(1.0));
    assertThat(gap.at().x).isBetween(-75.0, -74.8);
    assertThat(check("zei", WEST, around)).isEmpty();
  }

  private static Geometry geometry(String wkt) {
    return ((Place.Boundary) region("x", "x", wkt).place()).geometry();
  }

  @ParameterizedTest
  @ValueSource(strings = {"departments", "zei"})
  void aNarrowGapIsToldOfAnySet(String set) {
    String apart =
        "POLYGON ((-75 -1, -74 -1, -74 0, -75 0, -75 -0.3, -74.999 -0.5, -75 -0.7, -75 -1))";

    assertThat(codes(check(set, WEST, apart))).containsExactly("sliver_gaps");
  }

  /** What the limits of INEI really have: no overlap, lakes, and in provinces 22 slivers or so. */
  @ParameterizedTest
  @EnumSource
  void realLimitsHaveGapsButNoOverlaps(KnownBoundaryFile file) {
    Delivery reference = ReferenceData.load();
    BoundaryReport report =
        new BoundaryLoader(reference.catalogue(), reference.regions())
            .load(RealBoundaries.file(file.fileName()), BoundaryOptions.none());

    assertThat(report.problems())
        .filteredOn(problem -> problem instanceof CoverageProblem)
        .extracting(BoundaryProblem::code)
        .contains("gap_found")
        .isSubsetOf("gap_found", "sliver_gaps");
  }
}
