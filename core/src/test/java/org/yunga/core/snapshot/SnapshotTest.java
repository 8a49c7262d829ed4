package org.yunga.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.PERU;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.snapshot;
import static org.yunga.core.Fixtures.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.UnknownNameException;

class SnapshotTest {

  private static final String FIRST = "POLYGON ((-76 -8, -75 -8, -75 -7, -76 -8))";
  private static final String LATER = "POLYGON ((-76 -8, -74 -8, -74 -6, -76 -8))";
  private static final Place POINT = new Place.ReferencePoint(-76.5, -8.5, text("capital"));

  @Test
  void namesComeFromTheFirstRowAndBoundariesFromTheLast() {
    Region reference =
        new Region(
            SAN_MARTIN,
            "San Martín",
            Optional.of(PERU),
            Optional.of(text("note")),
            bounded(SAN_MARTIN, "x", FIRST).place(),
            List.of());
    Region loaded = bounded(SAN_MARTIN, "SAN MARTIN", LATER);

    assertThat(merged(reference, loaded)).isEqualTo(reference.at(loaded.place()));
  }

  @Test
  void aBoundaryIsMadeReadyToAskWithOnce() {
    List<Region> regions = List.of(bounded(SAN_MARTIN, "x", FIRST), region(UCAYALI, "Ucayali"));
    Snapshot snapshot = snapshot(catalogue(), regions);

    assertThat(snapshot.queryPolygon(SAN_MARTIN).orElseThrow())
        .isSameAs(snapshot.queryPolygon(SAN_MARTIN).orElseThrow());
    assertThat(snapshot.queryPolygon(UCAYALI)).isEmpty();
  }

  @Test
  void whatTheFirstRowDoesNotSayComesFromTheNext() {
    Region bare = region(SAN_MARTIN, "San Martín");
    Region member = bounded(UCAYALI, "Ucayali", FIRST);
    Region full =
        new Region(
            SAN_MARTIN,
            "other",
            Optional.of(PERU),
            Optional.of(text("note")),
            POINT,
            List.of(new Region.Member(Optional.of(member.ref()), "Ucayali")));

    Region merged = merged(bare, full);

    assertThat(merged.name()).isEqualTo("San Martín");
    assertThat(merged.parent()).contains(PERU);
    assertThat(merged.note()).contains(text("note"));
    assertThat(merged.members()).isEqualTo(full.members());
    assertThat(merged.place()).isEqualTo(POINT);
  }

  @Test
  void aBoundaryIsBetterThanAPointAndAPointThanNothing() {
    Region nowhere = region(SAN_MARTIN, "San Martín");
    Region point = nowhere.at(POINT);
    Region bounded = bounded(SAN_MARTIN, "San Martín", FIRST);

    assertThat(merged(bounded, point)).isEqualTo(bounded);
    assertThat(merged(point, bounded)).isEqualTo(bounded);
    assertThat(merged(bounded, nowhere)).isEqualTo(bounded);
    assertThat(merged(point, nowhere)).isEqualTo(point);
    assertThat(merged(nowhere, point)).isEqualTo(point);
  }

  private static Region merged(Region... rows) {
    return snapshot(catalogue(), List.of(rows)).region(SAN_MARTIN);
  }

  @Test
  void keepsRegionsInTheOrderOfTheData() {
    Snapshot snapshot =
        snapshot(
            catalogue(), List.of(region(UCAYALI, "U"), region(PERU, "P"), region(HUANUCO, "H")));
    assertThat(snapshot.regions("departments")).extracting(Region::name).containsExactly("U", "H");
    assertThat(snapshot.regions("zones")).isEmpty();
  }

  @Test
  void findsFiguresBySubjectAndByRegion() {
    Figure coca = figure(SAN_MARTIN, "coca", "2024", "OPD", 1);
    Figure titles = figure(SAN_MARTIN, "titles", "2024", "OPD", 2);
    Figure other = figure(UCAYALI, "coca", "2024", "OPD", 3);
    Snapshot snapshot =
        snapshot(
            catalogue(),
            List.of(region(SAN_MARTIN, "S"), region(UCAYALI, "U")),
            coca,
            titles,
            other);

    assertThat(snapshot.figures("coca", "departments")).containsExactly(coca, other);
    assertThat(snapshot.figures("coca", "districts")).isEmpty();
    assertThat(snapshot.figures(SAN_MARTIN)).containsExactly(coca, titles);
    assertThat(snapshot.figures(HUANUCO)).isEmpty();
  }

  @Test
  void unknownSetsAndRegionsNameTheKnownOnes() {
    Snapshot snapshot = snapshot(catalogue(), List.of(region(SAN_MARTIN, "San Martín")));

    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(() -> snapshot.regions("watersheds"))
        .returns(
            List.of("country", "departments", "districts", "zones"), UnknownNameException::allowed);
    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(() -> snapshot.region(HUANUCO))
        .returns("region", UnknownNameException::kind)
        .returns("10", UnknownNameException::given)
        .returns(List.of("22"), UnknownNameException::allowed);
  }

  @Test
  void thereIsNoOutlineWithoutABoundary() {
    Region nowhere = region(SAN_MARTIN, "San Martín");
    Region point = region(UCAYALI, "Ucayali").at(POINT);
    Snapshot none = snapshot(catalogue(), List.of(nowhere, point));
    Snapshot some = snapshot(catalogue(), List.of(nowhere, bounded(HUANUCO, "Huánuco", FIRST)));

    assertThat(none.outline(SAN_MARTIN)).isEmpty();
    assertThat(none.outline(UCAYALI)).isEmpty();
    assertThat(some.outline(SAN_MARTIN)).isEmpty();
    assertThat(some.outline(HUANUCO)).isPresent();
  }

  @Test
  void generalisedNeighboursStillShareTheirBorders() {
    List<Region> districts = patchwork(4, 80, 0.004, new Random(22));
    Geometry[] full = districts.stream().map(SnapshotTest::geometry).toArray(Geometry[]::new);
    Snapshot snapshot = snapshot(catalogue(), districts);

    Geometry[] outlines =
        districts.stream()
            .map(district -> snapshot.outline(district.ref()).orElseThrow())
            .toArray(Geometry[]::new);

    assertThat(CoverageValidator.isValid(full)).isTrue();
    assertThat(CoverageValidator.isValid(outlines)).as("no gaps, no overlaps").isTrue();
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(outlines, 0.001)))
        .as("no slivers")
        .isFalse();
    assertThat(points(outlines)).isBetween(16 * 5, points(full) / 2);
  }

  /** An island of 100 m is below the tolerance; it stays all the same. */
  @Test
  void smallRegionsDoNotVanish() {
    Region dot =
        bounded(SAN_MARTIN, "dot", "POLYGON ((-76 -8, -75.999 -8, -75.999 -7.999, -76 -8))");
    assertThat(snapshot(catalogue(), List.of(dot)).outline(SAN_MARTIN).orElseThrow().isEmpty())
        .isFalse();
  }

  /** Areas are of the full boundary. */
  @Test
  void generalisingLeavesBoundariesAlone() {
    List<Region> districts = patchwork(2, 25, 0.004, new Random(1));
    Snapshot snapshot = snapshot(catalogue(), districts);

    snapshot.outline(districts.get(0).ref());

    assertThat(snapshot.regions("districts")).isEqualTo(districts);
  }

  /** n x n districts of 0.5 degrees; each side has so many vertices, moved at random. */
  private static List<Region> patchwork(int n, int perSide, double noise, Random random) {
    double step = 0.5 / perSide;
    int size = n * perSide + 1;
    Coordinate[][] lattice = new Coordinate[size][size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        lattice[i][k] =
            new Coordinate(
                -77 + i * step + noise * random.nextDouble(),
                -9 + k * step + noise * random.nextDouble());
      }
    }
    return IntStream.range(0, n * n)
        .mapToObj(i -> district(i, ring(lattice, i / n * perSide, i % n * perSide, perSide)))
        .toList();
  }

  private static Region district(int number, List<Coordinate> ring) {
    Geometry polygon = new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
    Place place = new Place.Boundary(polygon, EqualAreaFrame.hectares(polygon));
    return region(ref("districts/22%04d".formatted(number)), "District " + number).at(place);
  }

  private static List<Coordinate> ring(Coordinate[][] lattice, int west, int south, int length) {
    List<Coordinate> ring = new ArrayList<>();
    IntStream.range(0, length).forEach(i -> ring.add(lattice[west + i][south]));
    IntStream.range(0, length).forEach(i -> ring.add(lattice[west + length][south + i]));
    IntStream.range(0, length).forEach(i -> ring.add(lattice[west + length - i][south + length]));
    IntStream.range(0, length).forEach(i -> ring.add(lattice[west][south + length - i]));
    ring.add(ring.get(0));
    return ring;
  }

  private static Geometry geometry(Region region) {
    return ((Place.Boundary) region.place()).geometry();
  }

  private static int points(Geometry... geometries) {
    return List.of(geometries).stream().mapToInt(Geometry::getNumPoints).sum();
  }
}
