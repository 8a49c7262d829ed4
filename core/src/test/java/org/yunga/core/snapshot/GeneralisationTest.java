package org.yunga.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.ref;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.RaggedDistricts;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;

class GeneralisationTest {

  private static Geometry[] simplified(List<Region> regions) {
    Map<RegionRef, Geometry> outlines = Generalisation.of(regions);
    return regions.stream().map(region -> outlines.get(region.ref())).toArray(Geometry[]::new);
  }

  private static int points(Geometry... geometries) {
    return Arrays.stream(geometries).mapToInt(Geometry::getNumPoints).sum();
  }

  private static Geometry[] drawn(List<Region> regions) {
    return regions.stream()
        .map(region -> ((Place.Boundary) region.place()).geometry())
        .toArray(Geometry[]::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neighboursKeepOneBorderWithoutGapsOrOverlaps(long seed) {
    List<Region> regions = RaggedDistricts.of(seed, 8);

    Geometry[] simple = simplified(regions);

    assertThat(points(simple)).isLessThan(points(drawn(regions)) * 2 / 3);
    assertThat(simple).allMatch(Geometry::isValid).noneMatch(Geometry::isEmpty);
    assertThat(CoverageValidator.isValid(simple)).isTrue();
    Geometry union = CoverageUnion.union(simple);
    double sum = Arrays.stream(simple).mapToDouble(Geometry::getArea).sum();
    assertThat(union.getArea()).isCloseTo(sum, within(1e-12));
    assertThat(union.getNumGeometries()).isEqualTo(1);
    assertThat(union.getBoundary().getNumGeometries()).as("no hole").isEqualTo(1);
  }

  @Test
  void smallIslandsAndSmallRegionsStay() {
    List<Region> regions = new ArrayList<>(RaggedDistricts.of(4, 3));
    regions.add(
        bounded(
            ref("districts/070101"),
            "With an island",
            "MULTIPOLYGON (((-78 -12, -77 -12, -77 -11, -78 -11, -78 -12)),"
                + " ((-78.5 -12, -78.4995 -12, -78.4995 -11.9995, -78.5 -11.9995, -78.5 -12)))"));
    regions.add(
        bounded(
            ref("districts/070102"),
            "An island",
            "POLYGON ((-79 -12, -78.9999 -12, -78.9999 -11.9999, -79 -11.9999, -79 -12))"));

    Map<RegionRef, Geometry> outlines = Generalisation.of(regions);

    assertThat(outlines.get(ref("districts/070101")).getNumGeometries()).isEqualTo(2);
    assertThat(outlines.get(ref("districts/070102")).isEmpty()).isFalse();
  }

  @Test
  void aSetWithoutBoundariesHasNoOutlines() {
    assertThat(Generalisation.of(List.of())).isEmpty();
  }
}
