package org.yunga.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.with;
import static org.yunga.core.Fixtures.wkt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yunga.core.audit.Actor;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.figure.Figure;
import org.yunga.core.plot.Plot;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;

/** What every store promises of datasets that wait to be published, and of rehearsals. */
public abstract class StagingStoreContract {

  private static final Actor ANA = new Actor("Ana Quispe");
  private static final Actor LUIS = new Actor("luis");
  private static final Figure COCA = figure(SAN_MARTIN, "coca", "2024", "OPD", 2114);
  private static final Plot FIELD =
      new Plot("coca_field", 2023, wkt("POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))"));
  private static final String REPORT = "{\"problems\":[]}";

  private final List<Store> opened = new ArrayList<>();

  /** Another store object on the one place of this test. */
  protected abstract Store newStore();

  protected final Store open() {
    Store store = newStore();
    opened.add(store);
    return store;
  }

  /** A store with the words that figures need: release 1. */
  protected final Store withReference() {
    Store store = open();
    store.publish(reference(region(SAN_MARTIN, "San Martín"), region(HUANUCO, "Huánuco")));
    return store;
  }

  @AfterEach
  protected final void closeAll() {
    opened.forEach(Store::close);
  }

  /** Figures of another key than {@code figures}. */
  private static Delivery others(int edition, Figure... figures) {
    Dataset dataset = dataset("others", edition);
    return new Delivery(
        dataset,
        Catalogue.empty(),
        List.of(),
        Arrays.stream(figures).map(figure -> with(figure, dataset)).toList());
  }

  private static StagedDataset stage(Store store, Delivery... deliveries) {
    return store.stage(List.of(deliveries), store.latestReleaseNumber(), REPORT, ANA);
  }

  private static List<String> acts(Store store) {
    return store.audit().before(Long.MAX_VALUE, 100).stream()
        .map(e -> e.by().name() + " " + e.event().act() + " " + e.event().subject())
        .toList();
  }

  private static void assertIntact(Store store) {
    assertThat(store.audit().verify(Optional.empty()).findings()).isEmpty();
  }

  @Test
  void whatIsStagedIsInNoRelease() {
    Store store = withReference();

    StagedDataset staged = stage(store, figures(1, COCA));

    assertThat(store.latestReleaseNumber()).isEqualTo(1);
    assertThat(store.readLatest().figures()).isEmpty();
    assertThat(store.datasets()).extracting(kept -> kept.dataset().key()).containsOnly("reference");
    assertThat(store.staged()).containsExactly(staged);
    assertThat(staged.by()).isEqualTo(ANA);
    assertThat(staged.base()).isEqualTo(1);
    assertThat(staged.report()).isEqualTo(REPORT);
    assertThat(staged.isWaiting()).isTrue();
    assertIntact(store);
  }

  @Test
  void itKnowsItsFileItsCountsAndItsProblems() {
    Store store = withReference();
    List<AcceptedProblem> problems = List.of(new AcceptedProblem("jump", 2));

    StagedDataset staged = stage(store, figures(1, COCA).accepting(problems));

    assertThat(staged.parts())
        .containsExactly(
            new StagedDataset.Part(
                dataset("figures", 1), new KeptDataset.Counts(1, 0, 0), problems));
  }

  @Test
  void itSurvivesARestart() {
    Store store = withReference();
    StagedDataset staged = stage(store, figures(1, COCA));
    store.close();

    Store again = open();

    assertThat(again.staged()).containsExactly(staged);
    assertThat(again.staged(staged.number())).isEqualTo(staged);
    again.publishStaged(staged.number(), LUIS);
    assertThat(again.readLatest().figures()).containsExactly(COCA);
  }

  @Test
  void publishedItIsWhatPublishingItAtOnceWouldHaveMade() {
    Store store = withReference();
    long number = stage(store, figures(1, COCA)).number();

    Release release = store.publishStaged(number, LUIS);

    assertThat(release.number()).isEqualTo(2);
    assertThat(release.datasets()).contains(dataset("figures", 1));
    assertThat(store.readLatest().figures()).containsExactly(COCA);
    assertThat(store.staged()).isEmpty();
    assertThat(store.staged(number).release()).hasValue(2);
    assertThat(store.staged(number).parts())
        .extracting(StagedDataset.Part::dataset)
        .containsExactly(dataset("figures", 1));
    KeptDataset kept = store.datasets().get(1);
    assertThat(kept.by()).as("who brought it").isEqualTo(ANA);
    assertThat(kept.inForce()).isTrue();
    assertIntact(store);
  }

  @Test
  void plotsWaitToo() {
    Store store = withReference();
    Dataset dataset = dataset("plots", 1);
    long number = stage(store, Delivery.ofPlots(dataset, plots -> plots.accept(FIELD))).number();
    assertThat(store.plotPacks(dataset.id())).as("before").isEmpty();

    store.publishStaged(number, ANA);

    List<Plot> plots = new ArrayList<>();
    store.plots(dataset.id()).forEach(plots::add);
    assertThat(plots).hasSize(1);
    assertIntact(store);
  }

  @Test
  void everyStepHasItsEntry() {
    Store store = withReference();
    String first = dataset("figures", 1).id();
    String second = dataset("figures", 2).id();
    store.publishStaged(stage(store, figures(1, COCA)).number(), LUIS);
    store.discardStaged(stage(store, figures(2, COCA)).number(), LUIS);

    assertThat(acts(store))
        .containsExactly(
            "luis DISCARDED " + second,
            "Ana Quispe STAGED " + second,
            "luis PUBLISHED " + first,
            "Ana Quispe STAGED " + first,
            "yunga PUBLISHED " + dataset("reference", 1).id());
    assertIntact(store);
  }

  @Test
  void whatIsDiscardedIsGone() {
    Store store = withReference();
    Dataset plots = dataset("plots", 1);
    long number =
        stage(
                store,
                figures(1, COCA).accepting(List.of(new AcceptedProblem("jump", 2))),
                reference(region(SAN_MARTIN, "San Martín")),
                Delivery.ofPlots(plots, consumer -> consumer.accept(FIELD)))
            .number();

    store.discardStaged(number, ANA);

    assertThat(store.staged()).isEmpty();
    assertThatThrownBy(() -> store.staged(number)).isInstanceOf(UnknownNameException.class);
    assertThatThrownBy(() -> store.publishStaged(number, ANA))
        .isInstanceOf(UnknownNameException.class);
    assertThatThrownBy(() -> store.discardStaged(number, ANA))
        .isInstanceOf(UnknownNameException.class);
    assertThat(stage(store, figures(1, COCA)).number()).as("never again").isGreaterThan(number);
    assertIntact(store);
  }

  @Test
  void theSameFileMayWaitTwiceAndIsPublishedOnce() {
    Store store = withReference();
    long first = stage(store, figures(1, COCA)).number();
    long second = stage(store, figures(1, COCA)).number();
    assertThat(store.staged()).hasSize(2);

    assertThat(store.publishStaged(first, ANA).number()).isEqualTo(2);
    store.stageAgain(second, List.of(figures(1, COCA)), 2, REPORT, ANA);
    assertThat(store.publishStaged(second, ANA).number()).as("the same again").isEqualTo(2);

    assertThat(store.datasets()).hasSize(2);
    assertThat(store.staged(second).release()).hasValue(2);
    assertIntact(store);
  }

  @Test
  void theSameFileReadInAnotherWayIsRefused() {
    Store store = withReference();
    store.publish(figures(1, COCA));
    Figure other = figure(SAN_MARTIN, "coca", "2024", "OPD", 3);
    long number = stage(store, figures(1, other)).number();

    assertRefused("dataset_read_otherwise", () -> store.publishStaged(number, ANA));

    assertThat(store.staged()).as("it waits on").hasSize(1);
    assertThat(store.latestReleaseNumber()).isEqualTo(2);
    assertIntact(store);
  }

  @Test
  void aRetiredDatasetComesBackByStagingItsFileAgain() {
    Store store = withReference();
    store.publish(figures(1, COCA));
    store.retire(dataset("figures", 1).id(), ANA);

    Release release = store.publishStaged(stage(store, figures(1, COCA)).number(), ANA);

    assertThat(release.number()).isEqualTo(4);
    assertThat(store.readLatest().figures()).containsExactly(COCA);
    assertThat(store.datasets()).hasSize(2);
    assertIntact(store);
  }

  @Test
  void aNewEditionTakesThePlaceOfTheOneBefore() {
    Store store = withReference();
    store.publish(figures(1, COCA));
    Figure newer = with(figure(SAN_MARTIN, "coca", "2024", "OPD", 3), dataset("figures", 2));

    store.publishStaged(stage(store, figures(2, newer)).number(), ANA);

    assertThat(store.readLatest().figures()).containsExactly(newer);
  }

  @Test
  void whatIsPublishedOnceIsNotPublishedTwice() {
    Store store = withReference();
    long number = stage(store, figures(1, COCA)).number();
    store.publishStaged(number, ANA);

    assertRefused("staged_already_published", () -> store.publishStaged(number, ANA));
    assertRefused("staged_already_published", () -> store.discardStaged(number, ANA));
    assertRefused(
        "staged_already_published", () -> store.stageAgain(number, List.of(), 2, REPORT, ANA));

    assertThat(store.latestReleaseNumber()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNotUnderstoodYetWaitsWithoutDatasets() {
    Store store = withReference();
    long number = stage(store).number();
    assertRefused("staged_empty", () -> store.publishStaged(number, ANA));

    StagedDataset again = store.stageAgain(number, List.of(figures(1, COCA)), 1, "{}", LUIS);

    assertThat(again.number()).isEqualTo(number);
    assertThat(again.report()).isEqualTo("{}");
    assertThat(again.by()).isEqualTo(LUIS);
    assertThat(store.publishStaged(number, ANA).number()).isEqualTo(2);
    assertIntact(store);
  }

  @Test
  void anotherReadingTakesThePlaceOfTheOneBefore() {
    Store store = withReference();
    long number = stage(store, figures(1, COCA)).number();
    Figure other = figure(SAN_MARTIN, "coca", "2024", "OPD", 3);
    store.publish(others(1));

    StagedDataset again = store.stageAgain(number, List.of(figures(1, other)), 2, REPORT, ANA);
    store.publishStaged(number, ANA);

    assertThat(again.base()).as("checked against").isEqualTo(2);
    assertThat(store.readLatest().figures()).containsExactly(other);
    assertIntact(store);
  }

  @Test
  void whatWasCheckedAgainstAnotherReleaseIsToldAndWaitsOn() {
    Store store = withReference();
    StagedDataset staged = stage(store, figures(1, COCA));
    store.publish(others(1));

    ExplainedException e =
        assertRefused("release_moved", () -> store.publishStaged(staged.number(), LUIS));

    assertThat(e.explanation().es()).contains("contra la entrega 1", "rige la 2");
    assertThat(store.latestReleaseNumber()).isEqualTo(2);
    assertThat(store.staged()).as("nothing is lost").containsExactly(staged);
    assertIntact(store);
    store.stageAgain(staged.number(), List.of(figures(1, COCA)), 2, REPORT, ANA);
    assertThat(store.publishStaged(staged.number(), LUIS).number()).isEqualTo(3);
  }

  /** A check takes a while: what it was made against is not what is newest when it is kept. */
  @Test
  void aReleaseThatCameWhileItWasCheckedCountsToo() {
    Store store = withReference();
    store.publish(others(1));
    long number = store.stage(List.of(figures(1, COCA)), 1, REPORT, ANA).number();
    long again = stage(store, figures(2, COCA)).number();
    store.stageAgain(again, List.of(figures(2, COCA)), 1, REPORT, ANA);

    assertThat(store.staged(number).base()).isEqualTo(1);
    assertRefused("release_moved", () -> store.publishStaged(number, ANA));
    assertRefused("release_moved", () -> store.publishStaged(again, ANA));
  }

  @Test
  void whatDidNotWaitIsComparedToo() {
    Store store = withReference();
    assertThat(store.publishAll(List.of(figures(1, COCA)), 1, ANA).number()).isEqualTo(2);

    assertRefused("release_moved", () -> store.publishAll(List.of(figures(2, COCA)), 1, ANA));

    assertThat(store.latestReleaseNumber()).isEqualTo(2);
    assertIntact(store);
  }

  @Test
  void ofTwoThatWaitForOneReleaseOnlyOneIsPublished() throws Exception {
    Store store = withReference();
    Store other = open();
    long one = stage(store, figures(1, COCA)).number();
    long two = stage(store, others(1)).number();

    CompletableFuture<Release> first =
        CompletableFuture.supplyAsync(() -> store.publishStaged(one, ANA));
    CompletableFuture<Release> second =
        CompletableFuture.supplyAsync(() -> other.publishStaged(two, LUIS));
    CompletableFuture.allOf(first, second).exceptionally(e -> null).get();

    assertThat(List.of(first, second))
        .filteredOn(CompletableFuture::isCompletedExceptionally)
        .hasSize(1);
    assertThat(store.latestReleaseNumber()).isEqualTo(2);
    assertThat(store.staged()).hasSize(1);
    assertIntact(store);
  }

  @Test
  void whatDoesNotFitIsToldAndWaitsOn() {
    Store store = withReference();
    store.publish(others(1, COCA));
    long number = stage(store, figures(1, COCA)).number();

    ExplainedException e =
        assertRefused("staged_no_longer_fits", () -> store.publishStaged(number, ANA));

    assertThat(e.explanation().es()).contains("departments/22", "2114", dataset("others", 1).id());
    assertThat(store.latestReleaseNumber()).isEqualTo(2);
    assertThat(store.staged()).hasSize(1);
    assertIntact(store);
  }

  @Test
  void whatRefersToWhatIsGoneIsTold() {
    Store store = withReference();
    store.retire(dataset("reference", 1).id(), ANA);
    long number = stage(store, figures(1, COCA)).number();

    assertRefused("staged_no_longer_fits", () -> store.publishStaged(number, ANA));
  }

  @Test
  void severalDatasetsArePublishedTogetherOrNotAtAll() {
    Store store = withReference();
    long good = stage(store, figures(1, COCA), others(1)).number();
    assertThat(store.publishStaged(good, ANA).datasets()).hasSize(3);
    long bad =
        stage(store, others(2), figures(2, figure(SAN_MARTIN, "x", "2024", "OPD", 1))).number();

    assertThat(catchThrowable(() -> store.publishStaged(bad, ANA))).isNotNull();

    assertThat(store.latestRelease().datasets()).contains(dataset("others", 1));
    assertThat(store.staged(bad).parts()).hasSize(2);
    assertIntact(store);
  }

  @Test
  void madeUpDataIsKeptApartAlsoWhenItWaited() {
    Store store = withReference();
    Dataset synthetic = dataset("synthetic/plots", 1);
    long number = stage(store, Delivery.ofPlots(synthetic, plots -> plots.accept(FIELD))).number();

    assertRefused("synthetic_mixed", () -> store.publishStaged(number, ANA));
  }

  @Test
  void aRehearsalShowsTheReleaseAndLeavesNothing() {
    Store store = withReference();

    List<Figure> seen =
        store.rehearse(List.of(figures(1, COCA)), ANA, release -> release.content().figures());

    assertThat(seen).containsExactly(COCA);
    assertThat(store.latestReleaseNumber()).isEqualTo(1);
    assertThat(store.readLatest().figures()).isEmpty();
    assertThat(acts(store)).hasSize(1);
    assertThat(store.publish(figures(1, COCA)).number()).isEqualTo(2);
    assertIntact(store);
  }

  @Test
  void aRehearsalShowsPlots() {
    Store store = withReference();
    Dataset dataset = dataset("plots", 1);

    int plots =
        store.rehearse(
            List.of(Delivery.ofPlots(dataset, consumer -> consumer.accept(FIELD))),
            ANA,
            release -> release.plotPacks(dataset.id()).get(0).counts().plots());

    assertThat(plots).isEqualTo(1);
    assertThat(store.plotPacks(dataset.id())).isEmpty();
  }

  @Test
  void aRehearsalFailsAsPublishingWould() {
    Store store = withReference();
    store.publish(others(1, COCA));

    assertRefused(
        "figure_twice", () -> store.rehearse(List.of(figures(1, COCA)), ANA, release -> 0));
    assertThatThrownBy(
            () ->
                store.rehearse(
                    List.of(figures(1)),
                    ANA,
                    release -> {
                      throw new IllegalStateException("of the reader");
                    }))
        .hasMessage("of the reader");

    assertThat(store.publish(figures(1)).number()).as("the store goes on").isEqualTo(3);
    assertIntact(store);
  }

  @Test
  void anEmptyStoreTakesWhatIsStaged() {
    Store store = open();
    long number =
        stage(store, new Delivery(dataset("reference", 1), catalogue(), List.of(), List.of()))
            .number();
    assertThat(store.staged(number).base()).isZero();
    assertThat(store.publishStaged(number, ANA).number()).isEqualTo(1);
    assertIntact(store);
  }

  private static ExplainedException assertRefused(String code, Runnable work) {
    Throwable thrown = catchThrowable(work::run);
    assertThat(thrown).isInstanceOf(ExplainedException.class);
    assertThat(((ExplainedException) thrown).code()).isEqualTo(code);
    return (ExplainedException) thrown;
  }
}
