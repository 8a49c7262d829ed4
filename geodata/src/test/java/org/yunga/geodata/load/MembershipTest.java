package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Validity;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.RealBoundaries;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.intake.Severity;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/** Zones that come as a list of the districts they are made of. */
class MembershipTest {

  private static final Delivery REFERENCE = ReferenceData.load();
  private static final BoundaryOptions ZEI = BoundaryOptions.none().withRegionSet("zei");

  @TempDir Path folder;

  private BoundaryReport load(String csv) {
    return load(csv, ZEI);
  }

  private BoundaryReport load(String csv, BoundaryOptions options) {
    return new BoundaryLoader(REFERENCE.catalogue(), REFERENCE.regions()).load(write(csv), options);
  }

  private Path write(String csv) {
    try {
      return Files.writeString(folder.resolve("zei.csv"), csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Region> regions(BoundaryReport report) {
    return report.delivery().orElseThrow().regions();
  }

  private static List<String> codes(Region region) {
    return region.members().stream().map(member -> member.ref().orElseThrow().code()).toList();
  }

  /** Those that say more than that there are no boundaries of districts here. */
  private static List<BoundaryProblem> problems(BoundaryReport report) {
    return report.problems().stream()
        .filter(problem -> !(problem instanceof MembershipProblem.MemberWithoutBoundary))
        .toList();
  }

  @Test
  void aListBecomesZonesWithTheirMembers() {
    BoundaryReport report =
        load("cod_zona,zona,ubigeo\nz1,ZONA UNO,221001\nz1,ZONA UNO,010103\nz2,Zona dos,010106\n");

    assertThat(problems(report)).isEmpty();
    assertThat(regions(report)).extracting(Region::name).containsExactly("Zona Uno", "Zona dos");
    assertThat(codes(regions(report).get(0))).containsExactly("221001", "010103");
    assertThat(regions(report).get(0).ref()).isEqualTo(new RegionRef("zei", "z1"));
    assertThat(report.merged()).isEqualTo(1);
    assertThat(report.withoutBoundary()).isEqualTo(2);
  }

  @Test
  void aNameAloneFindsTheKnownZoneOrMakesACode() {
    BoundaryReport report = load("ZEI;UBIGEO\nVRAEM;010103\nAlto Marañón;221001\n");

    assertThat(regions(report))
        .extracting(Region::code)
        .containsExactly("zei-vraem", "alto-maranon");
  }

  @Test
  void codesWithoutTheirZeroAndAsNumbersInExcelAreKnownAgain() {
    Path file = folder.resolve("zei.xlsx");
    Table table =
        new Table(
            "lista",
            List.of(new Column("zona", ColumnType.TEXT), new Column("ubigeo", ColumnType.INTEGER)),
            Optional.empty());
    try (TableWriter writer =
        Formats.byId("xlsx").orElseThrow().write(file, table, WriteOptions.NONE)) {
      writer.write(Row.of(1, Optional.empty(), "VRAEM", 10103L));
      writer.write(Row.of(2, Optional.empty(), "VRAEM", 221001L));
      writer.finish();
    }

    BoundaryReport report =
        new BoundaryLoader(REFERENCE.catalogue(), REFERENCE.regions()).load(file, ZEI);

    assertThat(codes(regions(report).get(0))).containsExactly("010103", "221001");
    assertThat(problems(report))
        .extracting(BoundaryProblem::code)
        .containsExactly("leading_zero_lost");
  }

  @Test
  void datesOfMembershipAreRead() {
    BoundaryReport report =
        load("zona,ubigeo,valid_from,valid_to\nA,221001,2015,31/12/2020\nB,221001,2020-12-31,\n");

    assertThat(problems(report)).isEmpty();
    assertThat(regions(report))
        .extracting(zone -> zone.members().get(0).validity())
        .containsExactly(
            new Validity(
                Optional.of(LocalDate.of(2015, 1, 1)), Optional.of(LocalDate.of(2020, 12, 31))),
            new Validity(Optional.of(LocalDate.of(2020, 12, 31)), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "'z1,Uno,999999,,', unknown_member, REFUSED, 1",
    "'z1,Uno,,,', unknown_member, REFUSED, 1",
    "'z1,Uno,221001,,', duplicate_member, REPAIRED, 0",
    "'z2,Dos,221001,,', member_of_two_zones, REFUSED, 1",
    "'z2,Dos,010106,ayer,', validity_broken, REFUSED, 1",
    "'z2,Dos,010106,2020,2019', validity_broken, REFUSED, 1",
    "'¡!,Dos,010106,,', unknown_code, REFUSED, 1",
    "',,010106,,', unknown_code, REFUSED, 1"
  })
  void aBadRowIsToldWithItsPlaceAndRemedy(String row, String code, Severity severity, int refused) {
    BoundaryReport report =
        load("cod_zona,zona,ubigeo,valid_from,valid_to\nz1,Uno,221001,,\n" + row + "\n");

    BoundaryProblem problem = problems(report).get(0);
    assertThat(problems(report)).hasSize(1);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.severity()).isEqualTo(severity);
    assertThat(problem.row()).hasValue(3);
    assertThat(problem.field()).isPresent();
    assertThat(report.refused()).isEqualTo(refused);
    assertThat(regions(report)).hasSize(1);
    assertThat(codes(regions(report).get(0))).containsExactly("221001");
  }

  @Test
  void aNameOfTheDistrictThatIsNotThatOfTheCodeIsTold() {
    BoundaryReport report = load("zona,distrito,ubigeo\nA,Lima,221001\n");

    assertThat(problems(report))
        .extracting(BoundaryProblem::code)
        .containsExactly("name_disagrees");
  }

  @Test
  void aListWithoutRegionSetOrZoneIsRefusedWithWhatIsMissing() {
    assertThatThrownBy(() -> load("zona,ubigeo\nA,221001\n", BoundaryOptions.none()))
        .isInstanceOf(ExplainedException.class)
        .hasMessageStartingWith("region_set_unclear: ");
    assertThatThrownBy(() -> load("ubigeo,ha\n221001,5\n"))
        .hasMessageStartingWith("boundary_fields_unknown: ");
  }

  @Test
  void aListOfWhichNothingIsGoodIsRefused() {
    assertThatThrownBy(() -> load("zona,ubigeo\nA,999999\n"))
        .isInstanceOf(BoundariesRefusedException.class);
  }

  @Test
  void aNewRegionSetComesAlongWithItsRegions() {
    NewRegionSet words = NewRegionSet.named("Microcuencas", "Small watersheds");
    BoundaryOptions options =
        BoundaryOptions.none().withRegionSet("small-watersheds").withNewSet(words);
    Delivery delivery = load("zona,ubigeo\nA,221001\n", options).delivery().orElseThrow();

    try (Store store = GeoPackageStore.open(folder)) {
      ReferenceData.install(store);
      store.publish(delivery);
      Snapshot snapshot = Snapshot.of(store.readLatest());
      assertThat(snapshot.catalogue().regionSet("small-watersheds").name().en())
          .isEqualTo("Small watersheds");
      assertThat(snapshot.regions("small-watersheds"))
          .extracting(Region::name)
          .containsExactly("A");

      // the next edition need not say the words again
      BoundaryReport next =
          new BoundaryLoader(snapshot.catalogue(), REFERENCE.regions())
              .load(
                  write("zona,ubigeo\nA,221001\nB,010103\n"),
                  BoundaryOptions.none().withRegionSet("small-watersheds"));
      store.publish(next.delivery().orElseThrow());
      assertThat(Snapshot.of(store.readLatest()).regions("small-watersheds")).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"Communities", "native communities", "comunidades-ñ", "1st"})
  void anIdOfANewSetMustBeASlug(String id) {
    BoundaryOptions options =
        BoundaryOptions.none().withRegionSet(id).withNewSet(NewRegionSet.named("X", "X"));

    assertThatThrownBy(() -> load("zona,ubigeo\nA,221001\n", options))
        .hasMessageStartingWith("region_set_id_broken: ");
  }

  /** With the limits of INEI: the outline is made of the districts' vertices, and of their area. */
  @Test
  void aZoneOfRealDistrictsHasTheirVerticesAndTheirArea() {
    Delivery districts =
        new BoundaryLoader(REFERENCE.catalogue(), REFERENCE.regions())
            .load(
                RealBoundaries.file(KnownBoundaryFile.DISTRICTS.fileName()), BoundaryOptions.none())
            .delivery()
            .orElseThrow();
    List<Region> tocache =
        districts.regions().stream().filter(region -> region.code().startsWith("2210")).toList();
    StringBuilder csv = new StringBuilder("zona,ubigeo\n");
    tocache.forEach(region -> csv.append("Tocache,").append(region.code()).append('\n'));
    try (Store store = GeoPackageStore.open(folder)) {
      ReferenceData.install(store);
      store.publish(districts);
      List<Region> known = new ArrayList<>(store.readLatest().regions());
      store.publish(
          new BoundaryLoader(REFERENCE.catalogue(), known)
              .load(write(csv.toString()), ZEI)
              .delivery()
              .orElseThrow());

      Place.Boundary zone =
          (Place.Boundary)
              Snapshot.of(store.readLatest()).region(new RegionRef("zei", "tocache")).place();

      Set<Coordinate> vertices = new HashSet<>();
      double sum = 0;
      for (Region district : tocache) {
        Place.Boundary boundary = (Place.Boundary) district.place();
        vertices.addAll(List.of(boundary.geometry().getCoordinates()));
        sum += boundary.areaHectares();
      }
      assertThat(tocache).hasSize(5);
      assertThat(vertices).containsAll(List.of(zone.geometry().getCoordinates()));
      assertThat(zone.areaHectares()).isCloseTo(sum, within(1e-9 * sum));
    }
  }
}
