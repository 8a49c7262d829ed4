package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.RowFlaw;

class BoundaryProblemTest {

  private static final FeaturePlace PLACE =
      new FeaturePlace("f.geojson", OptionalLong.of(3), Optional.of("22"), Optional.empty());

  private static final Coordinate AT = new CoordinateXY(-76, -6);

  static List<BoundaryProblem> oneOfEachKind() {
    return List.of(
        new BoundaryFileProblem.FormatFlaw(
            PLACE, new RowFlaw.UnreadableGeometry("feature 3", "x", new Bilingual("No.", "No!"))),
        new BoundaryFileProblem.FileNotice(PLACE, Notice.extraOrdinates()),
        new BoundaryFileProblem.RegionsGone(PLACE, 2, "22 San Martín", false),
        new BoundaryFileProblem.ClockwiseRings(PLACE, 3),
        new BoundaryFileProblem.CrsTransformed(PLACE, "EPSG:32718", "EPSG:32718"),
        new BoundaryFileProblem.CrsMissing(PLACE),
        new BoundaryFileProblem.CrsReplaced(PLACE, "EPSG:5388", "EPSG:5839"),
        new RegionCodeProblem.SeveralFeatures(PLACE, List.of("Piura", "Puira")),
        new RegionCodeProblem.LeadingZeroLost(PLACE, "ubigeo", "1", "01", true),
        new RegionCodeProblem.UnknownCode(
            PLACE, "ubigeo", "x", new Bilingual("dos dígitos", "two digits")),
        new RegionCodeProblem.NameMissing(PLACE, "name", "San Martín"),
        new RegionCodeProblem.ValidityBroken(PLACE, "valid_to", "ayer"),
        new RegionCodeProblem.OlderVersion(PLACE, "Tocache"),
        new CoverageProblem.RegionsOverlap(PLACE, "22 San Martín", "01 Amazonas", 12, AT),
        new CoverageProblem.SliverOverlaps(PLACE, 7, 0.2, AT),
        new CoverageProblem.OverlapTooLarge(PLACE, 12, 0.5, AT),
        new CoverageProblem.GapFound(PLACE, 12, AT),
        new CoverageProblem.SliverGaps(PLACE, 7, 0.2, AT),
        new MembershipProblem.UnknownMember(PLACE, "ubigeo", "999999", "districts"),
        new MembershipProblem.DuplicateMember(PLACE, "ubigeo", "221001", 2),
        new MembershipProblem.MemberOfTwoZones(PLACE, "ubigeo", "221001", "VRAEM", 2),
        new MembershipProblem.MemberWithoutBoundary(PLACE, "ubigeo", "221001"),
        new RegionCodeProblem.NameDisagrees(PLACE, "name", "Cusco", "Callao"),
        new RegionGeometryProblem.GeometryMissing(PLACE),
        new RegionGeometryProblem.InvalidGeometry(PLACE, "Self-intersection", AT, 10, 9),
        new RegionGeometryProblem.NotAPolygon(PLACE, "Point", AT),
        new RegionGeometryProblem.OutsidePeru(PLACE, "0, 0, 1, 1"),
        new RegionGeometryProblem.SwappedAxes(PLACE, "-6, -76, -5, -75"),
        new RegionGeometryProblem.AreaDiffers(PLACE, 10, 20, AT));
  }

  private static List<Class<?>> kinds(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(k -> kinds(k).stream()).toList()
        : List.of(family);
  }

  @Test
  void theListHoldsEveryKind() {
    assertThat(oneOfEachKind().stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(kinds(BoundaryProblem.class));
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void isWordedInBothLanguagesAndHasACode(BoundaryProblem problem) {
    assertThat(problem.message().es()).isNotEqualTo(problem.message().en());
    assertThat(problem.advice().es()).isNotEqualTo(problem.advice().en());
    assertThat(problem.code()).matches("[a-z]+(_[a-z]+)+");
    assertThat(problem.severity()).isNotNull();
  }

  @Test
  void codesAndPlacesReadAsExpected() {
    assertThat(new RegionGeometryProblem.NotAPolygon(PLACE, "Point", AT).code())
        .isEqualTo("not_a_polygon");
    assertThat(PLACE.inWords())
        .isEqualTo(new Bilingual("f.geojson, registro 3 (22)", "f.geojson, record 3 (22)"));
  }
}
