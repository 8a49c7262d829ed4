package org.yunga.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Series;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.core.text.Bilingual;

class InstallTest {

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = GeoPackageStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void fillsAnEmptyStore() {
    assertThat(ReferenceData.install(store)).isTrue();

    ReleaseContent content = store.readLatest();
    Delivery shipped = ReferenceData.load();
    assertThat(content.release().datasets()).containsExactly(ReferenceData.dataset());
    assertThat(content.figures()).containsExactlyInAnyOrderElementsOf(shipped.figures());
    assertThat(content.regions()).hasSameSizeAs(shipped.regions());
    assertThat(content.catalogue().indicators())
        .containsExactlyElementsOf(shipped.catalogue().indicators());
  }

  @Test
  void leavesAStoreThatHasThemAlone() {
    ReferenceData.install(store);

    assertThat(ReferenceData.install(store)).isFalse();
    assertThat(store.latestReleaseNumber()).isEqualTo(1);
  }

  @Test
  void replacesTheEditionOfAnotherProgramVersion() {
    Dataset older =
        Dataset.of(ReferenceData.KEY, "older", "older", "older", "reference", "0".repeat(64));
    store.publish(Delivery.ofRegions(older, List.of()));

    assertThat(ReferenceData.install(store)).isTrue();
    assertThat(store.latestRelease().datasets()).containsExactly(ReferenceData.dataset());
  }

  /** A store that an older program filled, without some figures of today, and a person with one. */
  @Test
  void whatSomebodyLoadedStaysWhenALaterEditionBringsIt() {
    Figure shipped = ReferenceData.load().figures().get(0);
    Figure own = fillOlderAndLoad(Function.identity(), shipped);
    List<Bilingual> told = new ArrayList<>();

    assertThat(ReferenceData.install(store, told::add)).isTrue();

    ReleaseContent content = store.readLatest();
    assertThat(content.figures())
        .filteredOn(figure -> figure.key().equals(shipped.key()))
        .containsExactly(own);
    assertThat(content.figures()).hasSize(ReferenceData.load().figures().size());
    assertThat(told).singleElement().satisfies(text -> assertThat(text.en()).contains("brings 1 "));
    assertThat(store.datasets())
        .filteredOn(kept -> kept.dataset().equals(ReferenceData.dataset()))
        .flatExtracting(KeptDataset::problems)
        .containsExactly(new AcceptedProblem(ReferenceData.LOADED_ALREADY, 1));
    assertThat(ReferenceData.install(store)).as("at the next start").isFalse();
  }

  @Test
  void anEditionWithoutWhatLoadedDataNeedsLeavesTheOneBeforeInForce() {
    Figure shipped = ReferenceData.load().figures().get(0);
    fillOlderAndLoad(InstallTest::withAnotherSeries, otherSeries(shipped));
    List<Bilingual> told = new ArrayList<>();

    assertThat(ReferenceData.install(store, told::add)).isFalse();

    assertThat(store.latestReleaseNumber()).isEqualTo(2);
    assertThat(told)
        .singleElement()
        .satisfies(text -> assertThat(text.es()).contains("OFICINA", "retire"));
  }

  private Figure fillOlderAndLoad(Function<Catalogue, Catalogue> change, Figure figure) {
    Delivery shipped = ReferenceData.load();
    Dataset older =
        Dataset.of(ReferenceData.KEY, "older", "older", "older", "reference", "0".repeat(64));
    store.publish(
        new Delivery(older, change.apply(shipped.catalogue()), shipped.regions(), List.of()));
    Dataset dataset =
        Dataset.of("office", "Office", "Office", "CC BY 4.0", "office.xlsx", "1".repeat(64));
    Figure own =
        new Figure(
            figure.key(),
            ValueState.VALUE,
            OptionalDouble.of(123456),
            figure.method(),
            figure.status(),
            figure.source(),
            Optional.empty(),
            dataset.id());
    store.publish(new Delivery(dataset, Catalogue.empty(), List.of(), List.of(own)));
    return own;
  }

  private static Figure otherSeries(Figure f) {
    Figure.Key key = f.key();
    return new Figure(
        new Figure.Key(key.region(), key.indicator(), key.measure(), key.period(), "OFICINA"),
        f.state(),
        f.value(),
        f.method(),
        f.status(),
        f.source(),
        f.note(),
        f.dataset());
  }

  private static Catalogue withAnotherSeries(Catalogue c) {
    List<Series> series = new ArrayList<>(c.series());
    Bilingual office = new Bilingual("Oficina", "Office");
    series.add(new Series("OFICINA", Status.FINAL, 99, office, office));
    return new Catalogue(
        c.themes(),
        c.units(),
        c.indicators(),
        series,
        c.regionSets(),
        c.breaks(),
        c.classRules(),
        c.absenceRules(),
        c.plotKinds());
  }
}
