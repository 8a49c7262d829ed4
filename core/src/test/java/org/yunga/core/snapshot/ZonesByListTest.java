package org.yunga.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.gap;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.snapshot;
import static org.yunga.core.Fixtures.text;
import static org.yunga.core.Fixtures.with;
import static org.yunga.core.Fixtures.wkt;
import static org.yunga.core.Fixtures.zone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.RaggedDistricts;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.region.Validity;
import org.yunga.core.space.EqualAreaFrame;

/** A zone that is given as the districts 221001, 221002 and 221003. */
class ZonesByListTest {

  private static final RegionRef A = ref("districts/221001");
  private static final RegionRef B = ref("districts/221002");
  private static final RegionRef C = ref("districts/221003");
  private static final RegionRef OUTSIDE = ref("districts/229999");
  private static final RegionRef ZONE = ref("zones/alto-huallaga");

  // --- outlines

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "shared border   | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0)) | POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))",
        "apart           | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | POLYGON ((3 0, 4 0, 4 1, 3 0))      | MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((3 0, 4 0, 4 1, 3 0)))",
        "overlapping     | POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0)) | POLYGON ((1 0, 3 0, 3 1, 1 1, 1 0)) | POLYGON ((0 0, 3 0, 3 1, 0 1, 0 0))",
        "crossing        | POLYGON ((0 1, 3 1, 3 2, 0 2, 0 1)) | POLYGON ((1 0, 2 0, 2 3, 1 3, 1 0)) | POLYGON ((0 1, 0 2, 1 2, 1 3, 2 3, 2 2, 3 2, 3 1, 2 1, 2 0, 1 0, 1 1, 0 1))",
        "one in another  | POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0)) | POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1)) | POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))",
        "twice the same  | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))",
        "vertex on edge  | POLYGON ((0 0, 1 0, 1 2, 0 2, 0 0)) | POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0)) | POLYGON ((0 0, 2 0, 2 1, 1 1, 1 2, 0 2, 0 0))",
      })
  void outlineIsTheUnionOfTheMembers(String name, String a, String b, String union) {
    Region zone =
        snapshot(catalogue(), List.of(bounded(A, "A", a), bounded(B, "B", b), zone(ZONE, A, B)))
            .region(ZONE);

    Place.Boundary boundary = (Place.Boundary) zone.place();
    assertThat(boundary.geometry().equalsTopo(wkt(union)))
        .as("%s is %s", boundary.geometry(), union)
        .isTrue();
    assertThat(boundary.areaHectares())
        .isCloseTo(EqualAreaFrame.hectares(boundary.geometry()), within(1e-6));
  }

  @Test
  void aMemberListedTwiceCountsOnce() {
    String square = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
    Snapshot snapshot =
        snapshot(
            catalogue(),
            List.of(bounded(A, "A", square), zone(ZONE, A, A)),
            figure(A, "coca", "2024", "OPD", 5));

    assertThat(((Place.Boundary) snapshot.region(ZONE).place()).geometry().equalsTopo(wkt(square)))
        .isTrue();
    assertThat(snapshot.figures(ZONE))
        .extracting(f -> f.value().getAsDouble())
        .containsExactly(5.0);
  }

  @Test
  void theOutlineKeepsTheVeryVerticesOfItsMembersAndTheirArea() {
    List<Region> districts = RaggedDistricts.of(42, 6);
    RegionRef[] some =
        districts.stream()
            .map(Region::ref)
            .filter(RaggedDistricts::isInTheMiddle)
            .toArray(RegionRef[]::new);
    List<Region> regions = new ArrayList<>(districts);
    regions.add(zone(ZONE, some));

    Snapshot snapshot = snapshot(catalogue(), regions);

    Place.Boundary zone = (Place.Boundary) snapshot.region(ZONE).place();
    Set<Coordinate> vertices = new HashSet<>();
    double sum = 0;
    for (RegionRef ref : some) {
      Place.Boundary member = (Place.Boundary) snapshot.region(ref).place();
      vertices.addAll(List.of(member.geometry().getCoordinates()));
      sum += member.areaHectares();
    }
    assertThat(some).hasSize(16);
    assertThat(vertices).containsAll(List.of(zone.geometry().getCoordinates()));
    assertThat(zone.areaHectares()).isCloseTo(sum, within(1e-9 * sum));
  }

  @Test
  void theOutlineIsThatOfTheListInForceAndSumsThoseOfTheirTime() {
    Validity until2020 = new Validity(Optional.empty(), Optional.of(LocalDate.of(2020, 1, 1)));
    Validity since2020 = new Validity(Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty());
    Region zone =
        new Region(
            ZONE,
            "Zone",
            Optional.empty(),
            Optional.empty(),
            new Place.Unknown(),
            List.of(
                new Region.Member(Optional.of(A), "A", until2020),
                new Region.Member(Optional.of(B), "B", since2020)));
    String west = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
    String east = "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))";

    Snapshot snapshot =
        snapshot(
            catalogue(),
            List.of(bounded(A, "A", west), bounded(B, "B", east), zone),
            figure(A, "coca", "2019", "OPD", 5),
            figure(B, "coca", "2019", "OPD", 7),
            figure(A, "coca", "2020", "OPD", 11),
            figure(B, "coca", "2020", "OPD", 13));

    assertThat(((Place.Boundary) snapshot.region(ZONE).place()).geometry().equalsTopo(wkt(east)))
        .isTrue();
    assertThat(snapshot.figures(ZONE))
        .extracting(f -> f.key().period() + "=" + f.value().getAsDouble())
        .containsExactly("2019=5.0", "2020=13.0");
  }

  @Test
  void aListThatHasEndedKeepsItsLastOutline() {
    Region zone =
        new Region(
            ZONE,
            "Zone",
            Optional.empty(),
            Optional.empty(),
            new Place.Unknown(),
            List.of(
                new Region.Member(Optional.of(A), "A", endingIn(2010)),
                new Region.Member(Optional.of(B), "B", endingIn(2015))));

    assertThat(zone.currentMembers()).extracting(Region.Member::name).containsExactly("B");
  }

  private static Validity endingIn(int year) {
    return new Validity(Optional.empty(), Optional.of(LocalDate.of(year, 1, 1)));
  }

  @Test
  void aLoadedListTakesThePlaceOfTheShippedOne() {
    Region shipped = zone(ZONE, A);
    Region loaded = zone(ZONE, B, C);

    assertThat(RegionMerger.merge(List.of(shipped, loaded)).get(ZONE).members())
        .isEqualTo(loaded.members());
  }

  @Test
  void membersWithoutBoundaryAreLeftOutOfTheOutline() {
    String square = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
    Region unlisted =
        new Region(
            ZONE,
            "Zone",
            Optional.empty(),
            Optional.empty(),
            new Place.Unknown(),
            List.of(
                new Region.Member(Optional.of(A), "A"),
                new Region.Member(Optional.of(B), "no boundary"),
                new Region.Member(Optional.of(C), "not in the set"),
                new Region.Member(Optional.empty(), "not known")));
    Region zone =
        snapshot(catalogue(), List.of(bounded(A, "A", square), region(B, "B"), unlisted))
            .region(ZONE);
    assertThat(((Place.Boundary) zone.place()).geometry().equalsTopo(wkt(square))).isTrue();
  }

  @Test
  void withoutAnyBoundaryTheZoneStaysWhereItWas() {
    Place point = new Place.ReferencePoint(-76, -8, text("capital"));
    Region zone = zone(ZONE, A).at(point);
    assertThat(snapshot(catalogue(), List.of(region(A, "A"), zone)).region(ZONE)).isEqualTo(zone);
  }

  @Test
  void aBoundaryOfItsOwnHolds() {
    Region zone = zone(ZONE, A).at(bounded(ZONE, "x", "POLYGON ((5 5, 6 5, 6 6, 5 5))").place());
    Region member = bounded(A, "A", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
    assertThat(snapshot(catalogue(), List.of(member, zone)).region(ZONE)).isEqualTo(zone);
  }

  // --- sums

  @Test
  void figuresAreSumsOverTheMembersAndSayThatTheyAreComputed() {
    Figure sum =
        onlySum(
            figure(A, "coca", "2024", "OPD", 100),
            figure(B, "coca", "2024", "OPD", 20.5),
            figure(OUTSIDE, "coca", "2024", "OPD", 999));

    assertThat(sum.value()).hasValue(120.5);
    assertThat(sum.state()).isEqualTo(ValueState.VALUE);
    assertThat(sum.method()).isEqualTo(Method.ESTIMATED);
    assertThat(sum.note().orElseThrow().es()).contains("2 de 3");
    assertThat(sum.note().orElseThrow().en()).contains("2 of 3");
    assertThat(sum.source().title()).isEqualTo("Informe");
  }

  @Test
  void sumsStayWithinOneSeriesPeriodMeasureAndIndicator() {
    List<Figure> sums =
        sums(
            figure(A, "coca", "2024", "OPD", 1),
            figure(B, "coca", "2024", "OPD", 2),
            figure(A, "coca", "2024", "UN", 10),
            figure(A, "coca", "2023", "OPD", 100),
            figure(A, "coca", "2023/2024", "OPD", 1_000),
            with(figure(A, "coca", "2024", "OPD", 10_000), Measure.TARGET),
            figure(A, "titles", "2024", "OPD", 100_000));

    assertThat(sums)
        .extracting(figure -> figure.value().getAsDouble())
        .containsExactlyInAnyOrder(3.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0);
    assertThat(sums).extracting(Figure::key).doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeAddedIsNotAdded() {
    assertThat(sums(figure(A, "yield", "2024", "OPD", 5))).isEmpty();
  }

  @Test
  void onlyZeroAddsUpToZero() {
    assertThat(onlySum(figure(A, "coca", "2024", "OPD", 0)).state()).isEqualTo(ValueState.ZERO);
  }

  @Test
  void withoutAnyValueThereIsNoSum() {
    assertThat(
            sums(
                gap(A, "coca", "2024", "OPD", ValueState.MISSING),
                gap(B, "coca", "2024", "OPD", ValueState.WITHHELD)))
        .isEmpty();
  }

  @Test
  void aSumIsAsReliableAsItsWeakestPart() {
    Figure sum =
        onlySum(
            figure(A, "coca", "2024", "OPD", 1),
            with(figure(B, "coca", "2024", "OPD", 2), Status.PRELIMINARY));
    assertThat(sum.status()).isEqualTo(Status.PRELIMINARY);
  }

  @Test
  void aSumNamesAllSourcesOfItsParts() {
    Figure sum =
        onlySum(
            from("Informe B", "p. 1"),
            at(B, from("Informe A", "p. 2")),
            at(C, from("Informe A", "p. 1")));

    assertThat(sum.source()).isEqualTo(new Source("Informe A; Informe B", "p. 1 · p. 2"));
  }

  private static Figure from(String title, String place) {
    Figure f = figure(A, "coca", "2024", "OPD", 1);
    return new Figure(
        f.key(),
        f.state(),
        f.value(),
        f.method(),
        f.status(),
        new Source(title, place),
        f.note(),
        f.dataset());
  }

  private static Figure at(RegionRef region, Figure f) {
    Figure.Key key =
        new Figure.Key(
            region, f.key().indicator(), f.key().measure(), f.key().period(), f.key().series());
    return new Figure(
        key, f.state(), f.value(), f.method(), f.status(), f.source(), f.note(), f.dataset());
  }

  @Test
  void aReportedFigureOfTheZoneItselfHolds() {
    Figure reported = figure(ZONE, "coca", "2024", "OPD", 777);
    assertThat(
            sums(
                reported, figure(A, "coca", "2024", "OPD", 1), figure(A, "coca", "2023", "OPD", 2)))
        .extracting(figure -> figure.period() + " " + figure.value().getAsDouble())
        .containsExactlyInAnyOrder("2024 777.0", "2023 2.0");
  }

  @Test
  void zonesMayOverlap() {
    RegionRef other = ref("zones/vraem");
    Snapshot snapshot =
        snapshot(
            catalogue(),
            List.of(region(A, "A"), zone(ZONE, A), zone(other, A)),
            figure(A, "coca", "2024", "OPD", 5));
    assertThat(snapshot.figures(ZONE)).hasSize(1);
    assertThat(snapshot.figures(other)).hasSize(1);
  }

  private static Figure onlySum(Figure... figures) {
    List<Figure> sums = sums(figures);
    assertThat(sums).hasSize(1);
    return sums.get(0);
  }

  private static List<Figure> sums(Figure... figures) {
    List<Region> regions =
        List.of(
            region(A, "A"),
            region(B, "B"),
            region(C, "C"),
            region(OUTSIDE, "outside"),
            zone(ZONE, A, B, C));
    return snapshot(catalogue(), regions, figures).figures(ZONE);
  }
}
