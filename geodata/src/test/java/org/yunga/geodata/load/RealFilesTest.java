package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.geodata.RealBoundaries;
import org.yunga.geodata.read.RightHandRule;
import org.yunga.geodata.reference.ReferenceData;

/** The limits of INEI with all their traps. */
class RealFilesTest {

  private static final Delivery REFERENCE = ReferenceData.load();

  private static BoundaryReport load(KnownBoundaryFile file) {
    return new BoundaryLoader(REFERENCE.catalogue(), REFERENCE.regions())
        .load(RealBoundaries.file(file.fileName()), BoundaryOptions.none());
  }

  private static Map<String, Integer> counts(BoundaryReport report) {
    Map<String, Integer> counts = new TreeMap<>();
    report.problemsByKind().forEach((kind, list) -> counts.put(kind, list.size()));
    return counts;
  }

  @Test
  void departments() {
    BoundaryReport report = load(KnownBoundaryFile.DEPARTMENTS);

    assertThat(report.regions()).isEqualTo(25);
    assertThat(counts(report)).isEqualTo(Map.of("clockwise_rings", 1, "gap_found", 5));
  }

  @Test
  void provinces() {
    BoundaryReport report = load(KnownBoundaryFile.PROVINCES);

    assertThat(report.features()).isEqualTo(197);
    assertThat(report.regions()).isEqualTo(195);
    assertThat(report.merged()).isEqualTo(2);
    assertThat(report.refused()).isZero();
    assertThat(report.problemsByKind().get("several_features"))
        .extracting(problem -> problem.where().code().orElseThrow())
        .containsExactlyInAnyOrder("0510", "2001");
  }

  @Test
  void districts() {
    BoundaryReport report = load(KnownBoundaryFile.DISTRICTS);

    assertThat(report.regions()).isEqualTo(1834);
    assertThat(report.withoutBoundary()).isEqualTo(8);
    assertThat(report.refused()).isZero();
    assertThat(counts(report))
        .containsEntry("geometry_missing", 8)
        .containsEntry("clockwise_rings", 1)
        .doesNotContainKey("invalid_geometry");
  }

  @ParameterizedTest
  @EnumSource
  void everyBoundaryIsValidAndInOrder(KnownBoundaryFile file) {
    assertThat(load(file).delivery().orElseThrow().regions())
        .filteredOn(region -> region.place() instanceof Place.Boundary)
        .extracting(region -> ((Place.Boundary) region.place()).geometry())
        .isNotEmpty()
        .allMatch(geometry -> geometry.isValid())
        .allMatch(geometry -> RightHandRule.clockwiseShells(geometry) == 0);
  }

  @ParameterizedTest
  @EnumSource
  void theFileIsKnownByItsHash(KnownBoundaryFile file) {
    Dataset dataset = load(file).delivery().orElseThrow().dataset();

    assertThat(dataset.title()).isEqualTo(file.title());
    assertThat(dataset.source()).isEqualTo(KnownBoundaryFile.SOURCE);
    assertThat(dataset.licence()).isEqualTo("MPL-2.0");
    assertThat(dataset.sha256()).isEqualTo(file.sha256());
  }

  @Test
  void eighteenDistrictsWithCocaFiguresAreYoungerThanTheFile() {
    List<String> inFile =
        load(KnownBoundaryFile.DISTRICTS).delivery().orElseThrow().regions().stream()
            .map(Region::code)
            .toList();

    assertThat(REFERENCE.regions())
        .filteredOn(region -> region.ref().regionSet().equals("districts"))
        .hasSize(133)
        .filteredOn(region -> !inFile.contains(region.code()))
        .hasSize(18);
  }

  @Test
  void districtsSurviveTheStore(@TempDir Path folder) {
    Delivery districts = load(KnownBoundaryFile.DISTRICTS).delivery().orElseThrow();
    try (Store store = GeoPackageStore.open(folder)) {
      ReferenceData.install(store);
      store.publish(districts);

      assertThat(store.latestRelease().datasets())
          .containsExactly(ReferenceData.dataset(), districts.dataset());
      assertThat(boundaries(store.readLatest().regions()))
          .hasSize(1826)
          .isEqualTo(boundaries(districts.regions()));
    }
  }

  /** Area by code, of the districts that have a boundary. */
  private static Map<String, Double> boundaries(List<Region> regions) {
    return regions.stream()
        .filter(region -> region.ref().regionSet().equals("districts"))
        .filter(region -> region.place() instanceof Place.Boundary)
        .collect(
            Collectors.toMap(
                Region::code, region -> ((Place.Boundary) region.place()).areaHectares()));
  }
}
