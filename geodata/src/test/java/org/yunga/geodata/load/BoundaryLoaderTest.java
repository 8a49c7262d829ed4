package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.geodata.load.BoundaryFile.SQUARE;
import static org.yunga.geodata.load.BoundaryFile.square;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.reference.ReferenceData;

class BoundaryLoaderTest {

  private static final Delivery REFERENCE = ReferenceData.load();

  @TempDir Path folder;

  private BoundaryReport load(BoundaryFile file) {
    return load(file, BoundaryOptions.none());
  }

  private BoundaryReport load(BoundaryFile file, BoundaryOptions options) {
    return new BoundaryLoader(REFERENCE.catalogue(), REFERENCE.regions())
        .load(file.write(folder), options);
  }

  private static List<Region> regions(BoundaryReport report) {
    return report.delivery().orElseThrow().regions();
  }

  private static <T extends BoundaryProblem> T only(BoundaryReport report, Class<T> kind) {
    return kind.cast(assertThat(report.problems()).singleElement().actual());
  }

  /** A good neighbour, so that the file is of use although the other feature is refused. */
  private static BoundaryFile withGood() {
    return new BoundaryFile().feature("22", "San Martín", SQUARE);
  }

  // what a good file gives

  @Test
  void aGoodFileGivesRegionsWithBoundaryAndParent() {
    BoundaryReport report = load(new BoundaryFile().feature("221001", "TOCACHE", SQUARE));

    assertThat(report.problems()).isEmpty();
    assertThat(report.regionSet()).isEqualTo("districts");
    Region region = regions(report).get(0);
    assertThat(region.ref()).isEqualTo(new RegionRef("districts", "221001"));
    assertThat(region.name()).isEqualTo("Tocache");
    assertThat(region.parent()).contains(new RegionRef("provinces", "2210"));
    Place.Boundary boundary = (Place.Boundary) region.place();
    assertThat(boundary.geometry()).hasToString(SQUARE);
    assertThat(boundary.areaHectares()).isCloseTo(12_222, within(100.0));
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST_IDDP, NOMBDEP, 22, departments, country/PE",
    "FIRST_IDPR, NOMBPROV, 2210, provinces, departments/22",
    "IDDIST, NOMBDIST, 221001, districts, provinces/2210",
    "code, name, 22, departments, country/PE",
    "code, name, 2210, provinces, departments/22"
  })
  void filesAreRecognisedByTheirProperties(
      String codeField, String nameField, String code, String regionSet, String parent) {
    String properties = "\"%s\":\"%s\",\"%s\":\"X\"".formatted(codeField, code, nameField);

    BoundaryReport report =
        load(new BoundaryFile().featureOf(properties, BoundaryFile.geometry(SQUARE)));

    assertThat(report.regionSet()).isEqualTo(regionSet);
    assertThat(regions(report).get(0).parent()).hasToString("Optional[" + parent + "]");
  }

  @Test
  void optionsNameSetAndFieldsOfAnyFile() {
    BoundaryReport report =
        load(
            new BoundaryFile()
                .featureOf(
                    "\"zona\":\"zei-vraem\",\"nombre\":\"VRAEM\"", BoundaryFile.geometry(SQUARE)),
            BoundaryOptions.none().withRegionSet("zei").withFields("zona", "nombre"));

    assertThat(regions(report).get(0).ref()).isEqualTo(new RegionRef("zei", "zei-vraem"));
    assertThat(regions(report).get(0).parent()).isEmpty();
  }

  @Test
  void theDatasetSaysWhatIsNotKnownOfAFile() {
    Dataset dataset = load(withGood()).delivery().orElseThrow().dataset();

    assertThat(dataset.key()).isEqualTo("boundaries/departments");
    assertThat(dataset.title()).isEqualTo("limits.geojson");
    assertThat(dataset.licence()).isEqualTo("Licencia desconocida");
  }

  // flaws: one test for each kind of problem

  @Test
  void aFeatureWithoutGeometryStaysInTheList() {
    BoundaryReport report =
        load(new BoundaryFile().featureOf("\"code\":\"22\",\"name\":\"San Martín\"", "null"));

    BoundaryProblem problem = only(report, RegionGeometryProblem.GeometryMissing.class);
    assertThat(problem.severity()).isEqualTo(Severity.TOLD);
    assertThat(problem.where().inWords().en())
        .isEqualTo("limits.geojson, record 1 (22 San Martín)");
    assertThat(report.withoutBoundary()).isEqualTo(1);
    assertThat(regions(report).get(0).place()).isEqualTo(new Place.Unknown());
  }

  @Test
  void featuresOfOneCodeAreJoinedUnderTheNameOfTheLargest() {
    String sliver = "POLYGON ((-76.4 -6.5, -76.39 -6.5, -76.39 -6.4, -76.4 -6.4, -76.4 -6.5))";

    BoundaryReport report =
        load(
            new BoundaryFile()
                .feature("2001", "PUIRA", sliver.replace("-76", "-80").replace("-6.", "-5."))
                .feature("2001", "PIURA", square(-80.5, -5.5)));

    RegionCodeProblem.SeveralFeatures problem =
        only(report, RegionCodeProblem.SeveralFeatures.class);
    assertThat(problem.names()).containsExactly("Puira", "Piura");
    assertThat(problem.severity()).isEqualTo(Severity.REPAIRED);
    assertThat(report.merged()).isEqualTo(1);
    assertThat(regions(report)).singleElement().extracting(Region::name).isEqualTo("Piura");
  }

  @Test
  void clockwiseRingsAreTurnedAndToldOnce() {
    String clockwise = "POLYGON ((-76.5 -6.5, -76.5 -6.4, -76.4 -6.4, -76.4 -6.5, -76.5 -6.5))";

    BoundaryReport report =
        load(
            new BoundaryFile()
                .feature("22", "San Martín", clockwise)
                .feature("01", "Amazonas", clockwise.replace("-76", "-77")));

    assertThat(only(report, BoundaryFileProblem.ClockwiseRings.class).rings()).isEqualTo(2);
    assertThat(((Place.Boundary) regions(report).get(0).place()).geometry())
        .hasToString("POLYGON ((-76.5 -6.5, -76.4 -6.5, -76.4 -6.4, -76.5 -6.4, -76.5 -6.5))");
  }

  @Test
  void aBowTieIsRepairedWithItsAreaToldBeforeAndAfter() {
    String bowTie = "POLYGON ((-76.5 -6.5, -76.4 -6.4, -76.4 -6.5, -76.5 -6.4, -76.5 -6.5))";

    BoundaryReport report = load(new BoundaryFile().feature("22", "San Martín", bowTie));

    RegionGeometryProblem.InvalidGeometry problem =
        only(report, RegionGeometryProblem.InvalidGeometry.class);
    assertThat(problem.severity()).isEqualTo(Severity.REPAIRED);
    assertThat(problem.reason()).contains("Self-intersection");
    assertThat(problem.hectaresBefore()).isCloseTo(0, within(10.0));
    assertThat(problem.hectaresAfter()).isCloseTo(6_111, within(50.0));
    assertThat(((Place.Boundary) regions(report).get(0).place()).geometry().isValid()).isTrue();
  }

  @Test
  void aPolygonThatEnclosesNothingIsRefused() {
    String flat = "POLYGON ((-76.5 -6.5, -76.4 -6.5, -76.5 -6.5, -76.5 -6.5))";

    BoundaryReport report = load(withGood().feature("01", "Amazonas", flat));

    assertThat(only(report, RegionGeometryProblem.InvalidGeometry.class).severity())
        .isEqualTo(Severity.REFUSED);
    assertThat(report.refused()).isEqualTo(1);
  }

  @Test
  void aPointIsRefused() {
    BoundaryReport report = load(withGood().feature("01", "Amazonas", "POINT (-76 -6)"));

    RegionGeometryProblem.NotAPolygon problem =
        only(report, RegionGeometryProblem.NotAPolygon.class);
    assertThat(problem.type()).isEqualTo("Point");
    assertThat(problem.text().es()).contains("Polygon o MultiPolygon");
  }

  @Test
  void aGeometryThatCannotBeReadIsRefusedWithItsPlace() {
    BoundaryReport report =
        load(
            withGood()
                .featureOf(
                    "\"code\":\"01\",\"name\":\"Amazonas\"",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[0,\"x\"]]]}"));

    assertThat(only(report, BoundaryFileProblem.FormatFlaw.class).text().en())
        .startsWith(
            "/features/1/geometry/coordinates/0/0: The geometry cannot be read: A position");
    assertThat(report.refused()).isEqualTo(1);
  }

  @Test
  void heightsAreDroppedAndToldOnce() {
    String withHeights =
        BoundaryFile.geometry(SQUARE).replaceAll("(\\[-[^\\[\\],]+,-[^\\[\\],]+)\\]", "$1,850]");

    BoundaryReport report =
        load(
            new BoundaryFile()
                .featureOf("\"code\":\"22\",\"name\":\"San Martín\"", withHeights)
                .featureOf(
                    "\"code\":\"01\",\"name\":\"Amazonas\"", withHeights.replace("-76", "-77")));

    assertThat(only(report, BoundaryFileProblem.FileNotice.class).code())
        .isEqualTo("extra_ordinates_dropped");
    assertThat(((Place.Boundary) regions(report).get(0).place()).geometry()).hasToString(SQUARE);
  }

  @Test
  void aNameOfLongitudeAndLatitudeIsAccepted() {
    BoundaryReport report = load(withGood().crs("urn:ogc:def:crs:OGC:1.3:CRS84"));

    assertThat(report.problems()).isEmpty();
  }

  @Test
  void utmCoordinatesAreTransformed() {
    String utm =
        "POLYGON ((400000 9300000, 410000 9300000, 410000 9310000, 400000 9310000, 400000"
            + " 9300000))";

    BoundaryReport report =
        load(new BoundaryFile().crs("EPSG:32718").feature("22", "San Martín", utm));

    assertThat(only(report, BoundaryFileProblem.CrsTransformed.class).used())
        .isEqualTo("EPSG:32718");
    assertThat(((Place.Boundary) regions(report).get(0).place()).areaHectares())
        .isCloseTo(10_000, within(15.0));
  }

  @Test
  void theDeprecatedCrs5388IsReadAs5839WithAWarning() {
    String utm =
        "POLYGON ((600000 9300000, 610000 9300000, 610000 9310000, 600000 9310000, 600000"
            + " 9300000))";

    BoundaryReport report = load(new BoundaryFile().crs("EPSG:5388").feature("20", "Piura", utm));

    assertThat(report.problems())
        .singleElement()
        .isEqualTo(
            new BoundaryFileProblem.CrsReplaced(
                FeaturePlace.wholeFile("limits.geojson"), "EPSG:5388", "EPSG:5839"));
  }

  @ParameterizedTest
  @CsvSource({"1, Amazonas, 01, true", "6, CAJAMARCA, 06, true", "2, Otro nombre, 02, false"})
  void aLostLeadingZeroIsPutBack(String given, String name, String code, boolean confirmed) {
    BoundaryReport report = load(withGood().feature(given, name, square(-77.5, -5.5)));

    RegionCodeProblem.LeadingZeroLost problem =
        (RegionCodeProblem.LeadingZeroLost) report.problems().get(0);
    assertThat(problem.completed()).isEqualTo(code);
    assertThat(problem.confirmed()).isEqualTo(confirmed);
    assertThat(regions(report).get(1).code()).isEqualTo(code);
  }

  @Test
  void aCodeThatIsANumberIsReadWithItsZero() {
    BoundaryReport report =
        load(
            new BoundaryFile()
                .featureOf(
                    "\"IDDIST\":10101,\"NOMBDIST\":\"CHACHAPOYAS\"",
                    BoundaryFile.geometry(SQUARE)));

    assertThat(only(report, RegionCodeProblem.LeadingZeroLost.class).confirmed()).isFalse();
    assertThat(regions(report).get(0).code()).isEqualTo("010101");
  }

  @ParameterizedTest
  @CsvSource({"99", "2210", "AB", "''"})
  void anUnknownCodeIsRefused(String code) {
    BoundaryReport report =
        load(
            withGood().feature(code, "X", SQUARE),
            BoundaryOptions.none().withRegionSet("departments"));

    RegionCodeProblem.UnknownCode problem = only(report, RegionCodeProblem.UnknownCode.class);
    assertThat(problem.given()).isEqualTo(code);
    assertThat(problem.text().es()).contains("2 dígitos", "code=CAMPO");
    assertThat(problem.text().en()).contains("2 digits", "code=FIELD");
    assertThat(report.refused()).isEqualTo(1);
  }

  @Test
  void aMissingNameIsReplacedByTheKnownOne() {
    BoundaryReport report = load(new BoundaryFile().feature("22", "  ", SQUARE));

    assertThat(only(report, RegionCodeProblem.NameMissing.class).used()).isEqualTo("San Martín");
    assertThat(regions(report).get(0).name()).isEqualTo("San Martín");
  }

  @Test
  void aNameThatIsNotTheKnownOneIsTold() {
    BoundaryReport report = load(new BoundaryFile().feature("07", "CUSCO", SQUARE));

    RegionCodeProblem.NameDisagrees problem = only(report, RegionCodeProblem.NameDisagrees.class);
    assertThat(problem.known()).isEqualTo("Callao");
    assertThat(problem.text().es()).contains("RENIEC");
  }

  @Test
  void aRegionOutsidePeruIsRefused() {
    BoundaryReport report = load(withGood().feature("01", "Amazonas", square(-58.5, -34.6)));

    RegionGeometryProblem.OutsidePeru problem =
        only(report, RegionGeometryProblem.OutsidePeru.class);
    assertThat(problem.extent()).isEqualTo("-58.5000, -34.6000, -58.4000, -34.5000");
    assertThat(problem.text().es()).contains("UTM", "EPSG:4326");
  }

  @Test
  void metresWithoutADeclaredSystemAreRefused() {
    BoundaryReport report = load(withGood().feature("01", "Amazonas", square(400_000, 9_300_000)));

    assertThat(only(report, RegionGeometryProblem.OutsidePeru.class).severity())
        .isEqualTo(Severity.REFUSED);
  }

  @Test
  void swappedAxesAreRefusedWithTheRemedy() {
    BoundaryReport report = load(withGood().feature("01", "Amazonas", square(-6.5, -76.5)));

    BoundaryProblem problem = only(report, RegionGeometryProblem.SwappedAxes.class);
    assertThat(problem.text().es()).contains("latitud, longitud", "Intercambie los ejes");
    assertThat(problem.text().en()).contains("latitude, longitude", "Swap the axes");
  }

  @ParameterizedTest
  @CsvSource({"HECTARES, 30000, 1", "ha, 30000, 1", "ha, 12100, 0"})
  void anAreaFarFromTheDeclaredOneIsTold(String field, double declared, int told) {
    BoundaryReport report =
        load(
            new BoundaryFile()
                .featureOf(
                    "\"code\":\"22\",\"name\":\"San Martín\",\"%s\":%s".formatted(field, declared),
                    BoundaryFile.geometry(SQUARE)));

    assertThat(report.problems())
        .hasSize(told)
        .allMatch(problem -> problem instanceof RegionGeometryProblem.AreaDiffers);
  }

  @Test
  void datesOfValidityComeWithTheRegion() {
    BoundaryReport report =
        load(
            new BoundaryFile()
                .featureOf(
                    "\"code\":\"22\",\"name\":\"San Martín\",\"valid_from\":\"1906-09-04\"",
                    BoundaryFile.geometry(SQUARE)));

    assertThat(report.problems()).isEmpty();
    assertThat(regions(report).get(0).validity().from()).contains(LocalDate.of(1906, 9, 4));
  }

  @Test
  void ofTwoVersionsOfARegionTheOneThatHoldsLaterIsTaken() {
    String properties = "\"code\":\"22\",\"name\":\"San Martín\",\"valid_to\":%s";

    BoundaryReport report =
        load(
            new BoundaryFile()
                .featureOf(properties.formatted("null"), BoundaryFile.geometry(SQUARE))
                .featureOf(
                    properties.formatted("\"2001\""), BoundaryFile.geometry(square(-76.5, -7.5))));

    assertThat(only(report, RegionCodeProblem.OlderVersion.class).row()).hasValue(2);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(((Place.Boundary) regions(report).get(0).place()).geometry()).hasToString(SQUARE);
  }

  // files that are of no use

  @Test
  void aFileOfWhichEveryFeatureIsRefusedIsRefused() {
    BoundaryFile swapped =
        new BoundaryFile()
            .feature("22", "San Martín", square(-6.5, -76.5))
            .feature("01", "Amazonas", square(-5.5, -77.5));

    assertThatThrownBy(() -> load(swapped))
        .isInstanceOfSatisfying(
            BoundariesRefusedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("boundaries_refused");
              assertThat(e.explanation().es())
                  .startsWith("Ninguna de las 2 entidades de limits.geojson se puede usar");
              assertThat(e.report().refused()).isEqualTo(2);
              assertThat(e.report().problems()).hasSize(2);
              assertThat(e.report().delivery()).isEqualTo(Optional.empty());
            });
  }

  @Test
  void aFileWithoutFeaturesIsRefused() {
    assertThatThrownBy(() -> load(new BoundaryFile()))
        .isInstanceOf(ExplainedException.class)
        .hasMessageStartingWith("boundaries_empty: ");
  }

  @Test
  void aFileWithUnknownFieldsSaysWhichItHas() {
    BoundaryFile file =
        new BoundaryFile()
            .featureOf("\"id\":\"22\",\"label\":\"X\"", BoundaryFile.geometry(SQUARE));

    assertThatThrownBy(() -> load(file))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("boundary_fields_unknown");
              assertThat(e.explanation().es()).contains("id, label", "code=CAMPO");
              assertThat(e.explanation().en()).contains("id, label", "code=FIELD");
            });
  }

  @Test
  void aFieldThatTheFileLacksIsNamed() {
    assertThatThrownBy(() -> load(withGood(), BoundaryOptions.none().withFields("ubigeo", "name")))
        .hasMessage(
            "boundary_field_missing: The file limits.geojson has no field 'ubigeo'; it has:"
                + " code, name.");
  }

  @Test
  void codesThatAreNoUbigeoNeedARegionSet() {
    assertThatThrownBy(() -> load(new BoundaryFile().feature("zona-1", "Zona 1", SQUARE)))
        .hasMessageStartingWith("region_set_unclear: ")
        .hasMessageContaining("(as)");
  }

  @Test
  void anUnknownRegionSetIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> load(withGood(), BoundaryOptions.none().withRegionSet("states")))
        .hasMessageStartingWith("region_set_new: ")
        .hasMessageContaining("departments")
        .hasMessageContaining("set_name");
  }

  @Test
  void anUnknownCrsIsRefused() {
    assertThatThrownBy(() -> load(withGood().crs("EPSG:999999")))
        .hasMessageStartingWith("crs_unknown: ");
  }
}
