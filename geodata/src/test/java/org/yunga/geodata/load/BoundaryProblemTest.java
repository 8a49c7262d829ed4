package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.read.GeoJsonFlaw;

class BoundaryProblemTest {

  private static final FeaturePlace PLACE =
      new FeaturePlace("f.geojson", OptionalInt.of(2), Optional.of("22"), Optional.empty());

  static List<BoundaryProblem> oneOfEachKind() {
    return List.of(
        new BoundaryProblem.GeometryMissing(PLACE),
        new BoundaryProblem.SeveralFeatures(PLACE, List.of("Piura", "Puira")),
        new BoundaryProblem.ClockwiseRings(PLACE, 3),
        new BoundaryProblem.InvalidGeometry(PLACE, "Self-intersection", 10, 9),
        new BoundaryProblem.NotAPolygon(PLACE, "Point"),
        new BoundaryProblem.FormatFlaw(PLACE, new GeoJsonFlaw.OpenRing("/features/2")),
        new BoundaryProblem.HeightsDropped(PLACE, 3),
        new BoundaryProblem.CrsMember(PLACE, "EPSG:32718", "EPSG:32718"),
        new BoundaryProblem.CrsReplaced(PLACE, "EPSG:5388", "EPSG:5839"),
        new BoundaryProblem.LeadingZeroLost(PLACE, "1", "01", true),
        new BoundaryProblem.UnknownCode(PLACE, "x", new Bilingual("dos dígitos", "two digits")),
        new BoundaryProblem.NameMissing(PLACE, "San Martín"),
        new BoundaryProblem.NameDisagrees(PLACE, "Cusco", "Callao"),
        new BoundaryProblem.OutsidePeru(PLACE, "0, 0, 1, 1"),
        new BoundaryProblem.SwappedAxes(PLACE, "-6, -76, -5, -75"),
        new BoundaryProblem.AreaDiffers(PLACE, 10, 20));
  }

  @Test
  void theListHoldsEveryKind() {
    assertThat(oneOfEachKind().stream().map(Object::getClass))
        .containsExactlyInAnyOrder(BoundaryProblem.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void isWordedInBothLanguagesAndHasACode(BoundaryProblem problem) {
    assertThat(problem.explanation().es()).isNotEqualTo(problem.explanation().en());
    assertThat(problem.code()).matches("[a-z]+(_[a-z]+)+");
    assertThat(problem.outcome()).isNotNull();
  }

  @Test
  void codesAndPlacesReadAsExpected() {
    assertThat(new BoundaryProblem.NotAPolygon(PLACE, "Point").code()).isEqualTo("not_a_polygon");
    assertThat(PLACE.inWords())
        .isEqualTo(new Bilingual("f.geojson, entidad 3 (22)", "f.geojson, feature 3 (22)"));
  }
}
