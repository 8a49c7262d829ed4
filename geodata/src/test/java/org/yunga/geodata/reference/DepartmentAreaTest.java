package org.yunga.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.geodata.RealBoundaries;
import org.yunga.geodata.read.GeoJsonReader;

class DepartmentAreaTest {

  private static final double TOLERANCE_PERCENT = 8;

  /** Drawn at less than half its size: fit to be coloured, not to be measured (SOURCE.md). */
  private static final String CALLAO = "07";

  @Test
  void generalisedDepartmentsAreNearlyAsLargeAsTheOfficialOnes() {
    Map<String, Double> official = officialHectares();

    assertThat(ReferenceData.load().regions())
        .filteredOn(region -> region.ref().regionSet().equals("departments"))
        .filteredOn(region -> !region.code().equals(CALLAO))
        .hasSize(24)
        .allSatisfy(
            region ->
                assertThat(hectares(region))
                    .isCloseTo(official.get(region.code()), withinPercentage(TOLERANCE_PERCENT)));
  }

  private static double hectares(Region region) {
    return ((Place.Boundary) region.place()).areaHectares();
  }

  private static Map<String, Double> officialHectares() {
    Map<String, Double> hectares = new HashMap<>();
    GeoJsonReader.read(
        RealBoundaries.file("peru_departamental_simple.geojson"),
        feature ->
            hectares.put(
                feature.properties().text("FIRST_IDDP").orElseThrow(),
                feature.properties().json("HECTARES").doubleValue()));
    return hectares;
  }
}
