package org.yunga.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.PERU;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.classRule;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.gap;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.regionSet;
import static org.yunga.core.Fixtures.text;
import static org.yunga.core.Fixtures.with;
import static org.yunga.core.Fixtures.wkt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.period.Period;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionSet;
import org.yunga.core.region.Validity;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.Bilingual;

/** What every store promises. Each implementation has a test that extends this one. */
public abstract class StoreContract {

  private static final Delivery REFERENCE =
      reference(region(SAN_MARTIN, "San Martín"), region(UCAYALI, "Ucayali"));
  private static final Figure COCA = figure(SAN_MARTIN, "coca", "2024", "OPD", 2114);

  private final List<Store> opened = new ArrayList<>();

  /** Another store object on the one place of this test. */
  protected abstract Store newStore();

  protected final Store open() {
    Store store = newStore();
    opened.add(store);
    return store;
  }

  @AfterEach
  protected final void closeAll() {
    opened.forEach(Store::close);
  }

  /** All but the catalogue know what equality is. */
  protected static void assertSameContent(ReleaseContent actual, ReleaseContent expected) {
    assertThat(actual.release()).isEqualTo(expected.release());
    assertThat(actual.catalogue()).usingRecursiveComparison().isEqualTo(expected.catalogue());
    assertThat(actual.regions()).isEqualTo(expected.regions());
    assertThat(actual.figures()).isEqualTo(expected.figures());
  }

  @Test
  void anEmptyStoreIsReleaseZero() {
    Store store = open();

    assertThat(store.latestReleaseNumber()).isZero();
    assertThat(store.latestRelease().number()).isZero();
    assertThat(store.latestRelease().datasets()).isEmpty();
    assertThat(store.readLatest().catalogue().isEmpty()).isTrue();
    assertThat(store.readLatest().regions()).isEmpty();
    assertThat(store.readLatest().figures()).isEmpty();
  }

  @Test
  void theFirstPublicationIsReleaseOne() {
    Store store = open();

    Release release = store.publish(REFERENCE);

    assertThat(release.number()).isEqualTo(1);
    assertThat(release.datasets()).containsExactly(REFERENCE.dataset());
    assertThat(store.latestReleaseNumber()).isEqualTo(1);
    assertThat(store.latestRelease()).isEqualTo(release);
    assertThat(store.readLatest().release()).isEqualTo(release);
  }

  @Test
  void givesTheCatalogueBackAsItWentIn() {
    Catalogue in = catalogue(List.of(classRule("coca", "departments", 0, 0.1, 1e3, 123_456.789)));
    Store store = open();
    store.publish(new Delivery(dataset("reference", 1), in, List.of(), List.of()));

    Catalogue out = store.readLatest().catalogue();

    assertThat(out).usingRecursiveComparison().isEqualTo(in);
    assertThat(out.indicators()).containsExactlyElementsOf(in.indicators());
    assertThat(out.regionSets()).containsExactlyElementsOf(in.regionSets());
  }

  static Stream<Arguments> places() {
    return Stream.of(
        place("nowhere", new Place.Unknown()),
        place("point", new Place.ReferencePoint(-76.1234567890123, -8.2, Bilingual.same("río Ñ"))),
        place("point on the equator", new Place.ReferencePoint(0, 0, Bilingual.same("x"))),
        place(
            "two islands and a hole, all digits",
            boundary(
                "MULTIPOLYGON (((-76.12345678901234 -8.1, -75.1 -8.30000000000001, -75 -7, -76"
                    + " -7.5, -76.12345678901234 -8.1), (-75.6 -7.6, -75.5 -7.6, -75.5 -7.5, -75.6"
                    + " -7.6)), ((-72 -3, -71 -3, -71 -2, -72 -3)))")));
  }

  private static Arguments place(String name, Place place) {
    return Arguments.of(name, place);
  }

  private static Place boundary(String wkt) {
    return new Place.Boundary(wkt(wkt), EqualAreaFrame.hectares(wkt(wkt)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void givesARegionBackAsItWentIn(String name, Place place) {
    Region in =
        new Region(
            ref("zones/alto-huallaga"),
            "Áncash, Ñuñoa y \"Huánuco\"; 'O''Higgins'",
            Optional.of(PERU),
            Optional.of(new Bilingual("añadido por ley\nlínea 2", "added by law")),
            place,
            List.of(
                new Region.Member(Optional.of(SAN_MARTIN), "San Martín"),
                new Region.Member(Optional.empty(), "Santo Domingo de Anda"),
                new Region.Member(
                    Optional.of(HUANUCO),
                    "Huánuco",
                    new Validity(
                        Optional.of(LocalDate.of(2003, 5, 8)),
                        Optional.of(LocalDate.of(2016, 12, 31))))),
            new Validity(Optional.of(LocalDate.of(2003, 5, 8)), Optional.empty()));
    Store store = open();

    store.publish(reference(in));

    assertThat(store.readLatest().regions()).containsExactly(in);
  }

  /** A column holds one type of geometry. */
  @Test
  void aPolygonComesBackAsMultipolygonOfTheSamePoints() {
    String ring = "((-76 -8, -75 -8, -75 -7, -76 -8))";
    Store store = open();

    store.publish(reference(bounded(SAN_MARTIN, "San Martín", "POLYGON " + ring)));

    assertThat(store.readLatest().regions())
        .containsExactly(bounded(SAN_MARTIN, "San Martín", "MULTIPOLYGON (" + ring + ")"));
  }

  static Stream<Figure> allKindsOfFigures() {
    Source source = new Source("Perú: monitoreo de cultivos «2024»", "p. 12, cuadro 3");
    return Stream.of(
        COCA,
        figure(SAN_MARTIN, "coca", "2023", "OPD", 0),
        figure(SAN_MARTIN, "coca", "2022", "OPD", 0.1 + 0.2),
        figure(SAN_MARTIN, "coca", "2021", "OPD", -1e-300),
        gap(SAN_MARTIN, "coca", "2020", "OPD", ValueState.NOT_MONITORED),
        gap(SAN_MARTIN, "coca", "2019", "OPD", ValueState.MISSING),
        gap(SAN_MARTIN, "coca", "2018", "OPD", ValueState.WITHHELD),
        figure(SAN_MARTIN, "coca", "2024", "UN", 2100),
        figure(SAN_MARTIN, "coca", "2012/2014", "OPD", 1),
        figure(SAN_MARTIN, "coca", "2015-01-01/2015-11-02", "OPD", 2),
        figure(SAN_MARTIN, "coca", "2024-Q1", "OPD", 3),
        figure(SAN_MARTIN, "coca", "2024-02", "OPD", 4),
        with(COCA, Measure.TARGET),
        with(COCA, Measure.BASELINE),
        new Figure(
            figure(UCAYALI, "titles", "2024", "OPD", 1).key(),
            ValueState.VALUE,
            OptionalDouble.of(12_200),
            Method.REPORTED,
            Status.ALTERNATIVE,
            source,
            Optional.of(new Bilingual("según oficio N.º 5", "by letter 5")),
            COCA.dataset()));
  }

  @Test
  void givesFiguresBackAsTheyWentIn() {
    Store store = open();
    store.publish(REFERENCE);

    store.publish(figures(1, allKindsOfFigures().toArray(Figure[]::new)));

    assertThat(store.readLatest().figures())
        .containsExactlyElementsOf(allKindsOfFigures().toList());
  }

  @Test
  void publishingTheSameAgainChangesNothing() {
    Store store = open();
    store.publish(REFERENCE);
    Release before = store.publish(figures(1, COCA));

    assertThat(store.publish(figures(1, COCA))).isEqualTo(before);
    assertThat(store.publish(REFERENCE)).isEqualTo(before);
    assertThat(store.latestRelease()).isEqualTo(before);
    assertThat(store.readLatest().figures()).hasSize(1);
  }

  @Test
  void aNewEditionRetiresTheOldOneOfItsKeyOnly() {
    Delivery other =
        Delivery.ofRegions(
            dataset("boundaries/departments", 1), List.of(region(HUANUCO, "Huánuco")));
    Store store = open();
    store.publish(REFERENCE);
    store.publish(other);
    store.publish(figures(1, COCA));

    Delivery edition2 = figures(2, figure(SAN_MARTIN, "coca", "2024", "OPD", 2000));
    Release release = store.publish(edition2);

    assertThat(release.number()).isEqualTo(4);
    assertThat(release.datasets())
        .containsExactlyInAnyOrder(REFERENCE.dataset(), other.dataset(), edition2.dataset());
    assertThat(store.readLatest().figures()).containsExactlyElementsOf(edition2.figures());
    assertThat(store.readLatest().regions()).hasSize(3);
  }

  @Test
  void aRetiredEditionCanComeBack() {
    Store store = open();
    store.publish(REFERENCE);
    store.publish(figures(1, COCA));
    store.publish(figures(2, figure(SAN_MARTIN, "coca", "2024", "OPD", 2000)));

    assertThat(store.publish(figures(1, COCA)).number()).isEqualTo(4);
    assertThat(store.readLatest().figures()).containsExactly(COCA);
  }

  @Test
  void boundariesFollowTheReferenceDataWhicheverCameFirst() {
    Region drawn =
        bounded(SAN_MARTIN, "SAN MARTIN", "MULTIPOLYGON (((-76 -8, -75 -8, -75 -7, -76 -8)))");
    Delivery boundaries = Delivery.ofRegions(dataset("boundaries/departments", 1), List.of(drawn));
    Store store = open();
    store.publish(REFERENCE);
    store.publish(boundaries);
    Region named = region(SAN_MARTIN, "San Martín, otra edición");

    store.publish(new Delivery(dataset("reference", 2), catalogue(), List.of(named), List.of()));

    assertThat(store.readLatest().regions()).containsExactly(named, drawn);
  }

  @Test
  void boundariesMayBringTheirSetAlong() {
    RegionSet communities = regionSet("native-communities", RegionSet.Kind.ZONE, "districts");
    Region one = region(ref("native-communities/cn-1"), "Shampuyacu");
    Store store = open();
    store.publish(REFERENCE);

    store.publish(
        Delivery.ofRegions(dataset("boundaries/native-communities", 1), communities, List.of(one)));
    store.publish(
        Delivery.ofRegions(dataset("boundaries/native-communities", 2), communities, List.of(one)));

    assertThat(store.readLatest().catalogue().regionSet("native-communities"))
        .isEqualTo(communities);
    assertThat(store.readLatest().regions()).contains(one);
  }

  @Test
  void whatTheReferenceDataSaysOfASetGoesBeforeWhatBoundariesSay() {
    RegionSet known = catalogue().regionSet("zones");
    RegionSet other =
        new RegionSet(
            known.id(),
            known.kind(),
            known.parent(),
            text("other"),
            known.one(),
            known.definition(),
            known.source(),
            known.licence());
    Store store = open();
    store.publish(
        new Delivery(dataset("boundaries/zones", 1), onlyZones(other), List.of(), List.of()));

    store.publish(REFERENCE);

    assertThat(store.readLatest().catalogue().regionSet("zones")).isEqualTo(known);
  }

  private static Catalogue onlyZones(RegionSet zones) {
    return new Catalogue(
        List.of(), List.of(), List.of(), List.of(), List.of(zones), List.of(), List.of());
  }

  static Stream<Arguments> wrongDeliveries() {
    Dataset more = dataset("more", 1);
    Figure again = with(COCA, more);
    List<Region> twice = List.of(region(HUANUCO, "Huánuco"), region(HUANUCO, "Huánuco"));
    Dataset sameIdOtherHash =
        Dataset.of(
            "figures",
            "t",
            "s",
            "l",
            "f",
            dataset("figures", 1).sha256().substring(8) + "ffffffff");
    return Stream.of(
        wrong("a figure twice", figures(2, COCA, COCA)),
        wrong("a region twice", Delivery.ofRegions(more, twice)),
        wrong(
            "a figure that another dataset has",
            new Delivery(more, Catalogue.empty(), List.of(), List.of(again))),
        wrong(
            "a figure of an unknown region", figures(2, figure(HUANUCO, "coca", "2024", "OPD", 1))),
        wrong(
            "a figure of an unknown indicator",
            figures(2, figure(SAN_MARTIN, "cocoa", "2024", "OPD", 1))),
        wrong(
            "words that another dataset has",
            new Delivery(more, catalogue(), List.of(), List.of())),
        wrong(
            "a region of an unknown set",
            Delivery.ofRegions(more, List.of(region(ref("watersheds/1"), "Huallaga")))),
        wrong("reference data without a region in use", edition2WithoutSanMartin()),
        wrong(
            "another file whose hash begins alike",
            new Delivery(sameIdOtherHash, Catalogue.empty(), List.of(), List.of())));
  }

  private static Arguments wrong(String name, Delivery delivery) {
    return Arguments.of(name, delivery);
  }

  private static Delivery edition2WithoutSanMartin() {
    return new Delivery(
        dataset("reference", 2), catalogue(), List.of(region(UCAYALI, "Ucayali")), List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongDeliveries")
  void aDeliveryThatFailsLeavesTheStoreAsItWas(String name, Delivery delivery) {
    Store store = open();
    store.publish(REFERENCE);
    Release before = store.publish(figures(1, COCA));

    assertThat(catchThrowable(() -> store.publish(delivery))).isNotNull();

    assertThat(store.latestRelease()).isEqualTo(before);
    assertThat(store.readLatest().figures()).containsExactly(COCA);
    assertThat(store.readLatest().regions()).containsExactlyElementsOf(REFERENCE.regions());
    assertThat(store.publish(figures(3, COCA)).number()).isEqualTo(3);
  }

  @Test
  void twoStoreObjectsSeeEachOther() {
    Store one = open();
    Store two = open();

    one.publish(REFERENCE);
    assertThat(two.latestReleaseNumber()).isEqualTo(1);
    two.publish(figures(1, COCA));

    assertThat(one.latestRelease()).isEqualTo(two.latestRelease());
    assertThat(one.readLatest().figures()).containsExactly(COCA);
  }

  @Test
  void aReaderSeesWholeReleasesOnly() throws Exception {
    int editions = 15;
    Store writer = open();
    Store reader = open();
    writer.publish(REFERENCE);
    writer.publish(edition(0));

    Future<?> writing =
        inBackground(
            () -> IntStream.rangeClosed(1, editions).forEach(i -> writer.publish(edition(i))));
    do {
      assertWhole(reader.readLatest());
      assertWhole(writer.readLatest());
    } while (!writing.isDone());

    writing.get();
    assertThat(reader.readLatest().figures().get(0).value()).hasValue(1 + editions);
  }

  /** A hundred figures that all have one value. */
  private static Delivery edition(int number) {
    return figures(
        number,
        IntStream.range(0, 100)
            .mapToObj(i -> figure(SAN_MARTIN, "coca", String.valueOf(1900 + i), "OPD", 1 + number))
            .toArray(Figure[]::new));
  }

  private static void assertWhole(ReleaseContent content) {
    assertThat(content.figures()).hasSize(100);
    assertThat(content.figures())
        .extracting(Figure::value)
        .containsOnly(content.figures().get(0).value());
    assertThat(content.figures().get(0).dataset())
        .isIn(content.release().datasets().stream().map(Dataset::id).toList());
  }

  @Test
  void writersTakeTurns() throws Exception {
    Store one = open();
    Store two = open();
    one.publish(REFERENCE);
    CountDownLatch start = new CountDownLatch(1);

    Future<?> other =
        inBackground(
            () -> {
              start.countDown();
              IntStream.range(0, 10).forEach(i -> two.publish(regions("boundaries/b", i)));
            });
    start.await();
    IntStream.range(0, 10).forEach(i -> one.publish(regions("boundaries/a", i)));
    other.get();

    assertThat(one.latestReleaseNumber()).isEqualTo(21);
    assertThat(one.latestRelease().datasets())
        .containsExactlyInAnyOrder(
            REFERENCE.dataset(), dataset("boundaries/a", 9), dataset("boundaries/b", 9));
  }

  private static Delivery regions(String key, int edition) {
    return Delivery.ofRegions(dataset(key, edition), List.of(region(HUANUCO, "Huánuco")));
  }

  private static Future<?> inBackground(Runnable work) {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Future<?> future = executor.submit(work);
    executor.shutdown();
    return future;
  }

  @Test
  void opensAtOnceFromSeveralSidesWhileNew() throws ExecutionException, InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    List<Future<Long>> numbers =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    executor.submit(
                        () -> {
                          try (Store store = newStore()) {
                            return store.latestReleaseNumber();
                          }
                        }))
            .toList();
    executor.shutdown();
    for (Future<Long> number : numbers) {
      assertThat(number.get()).isZero();
    }
  }

  /** That texts, times and order survive the process. */
  @Test
  void openedAgainItHoldsTheSame() {
    Store before = newStore();
    before.publish(REFERENCE);
    before.publish(figures(1, COCA, figure(UCAYALI, "titles", "2024", "OPD", 1)));
    ReleaseContent content = before.readLatest();
    before.close();

    assertSameContent(open().readLatest(), content);
    assertThat(content.figures().get(0).period()).isEqualTo(Period.ofYear(2024));
  }
}
