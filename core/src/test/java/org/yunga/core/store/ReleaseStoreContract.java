package org.yunga.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yunga.core.access.AccessToken;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.figure.Figure;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnknownNameException;

/** What every store promises of releases, datasets, the audit and tokens. */
public abstract class ReleaseStoreContract {

  private static final Actor ANA = new Actor("Ana Quispe");
  private static final Actor LUIS = new Actor("luis");
  private static final Delivery REFERENCE =
      reference(region(SAN_MARTIN, "San Martín"), region(HUANUCO, "Huánuco"));
  private static final Figure OLD = figure(SAN_MARTIN, "coca", "2024", "OPD", 2114);
  private static final Figure NEW =
      with(figure(SAN_MARTIN, "coca", "2024", "OPD", 1999), dataset("figures", 2));
  private static final String HASH = "ab".repeat(32);

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

  /** Reference data, figures, and a newer edition of these: releases 1 to 3. */
  protected final Store filled() {
    Store store = open();
    store.publish(REFERENCE);
    store.publishAll(List.of(figures(1, OLD)), ANA);
    store.publishAll(List.of(figures(2, NEW)), LUIS);
    return store;
  }

  protected static AuditReport verify(Store store) {
    return store.audit().verify(Optional.empty());
  }

  private static List<AuditEntry> audit(Store store) {
    return store.audit().before(Long.MAX_VALUE, 100);
  }

  @Test
  void oldReleasesStayReadable() {
    Store store = filled();

    assertThat(store.read(1).figures()).isEmpty();
    assertThat(store.read(2).figures()).containsExactly(OLD);
    assertThat(store.read(3)).usingRecursiveComparison().isEqualTo(store.readLatest());
    assertThat(store.release(2).datasets())
        .containsExactly(REFERENCE.dataset(), dataset("figures", 1));
  }

  @Test
  void aReleaseThatNeverWasIsNotThere() {
    Store store = filled();
    for (long number : new long[] {0, 4, -1, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> store.read(number))
          .isInstanceOfSatisfying(
              UnknownNameException.class,
              e -> {
                assertThat(e.kind()).isEqualTo("release");
                assertThat(e.allowed()).containsExactly("3", "2", "1");
              });
      assertThatThrownBy(() -> store.rollBack(number, ANA))
          .isInstanceOf(UnknownNameException.class);
    }
    assertThat(store.latestReleaseNumber()).isEqualTo(3);
  }

  @Test
  void releasesAreListedNewestFirstWithWhoMadeThem() {
    Store store = filled();

    assertThat(store.releases(Long.MAX_VALUE, 10))
        .extracting(made -> made.release().number() + " " + made.entry().get().by().name())
        .containsExactly("3 luis", "2 Ana Quispe", "1 yunga");
    assertThat(store.releases(3, 1))
        .extracting(made -> made.release().number())
        .containsExactly(2L);
    assertThat(store.releases(1, 1)).isEmpty();
  }

  @Test
  void goingBackIsANewReleaseOfTheOldContent() {
    Store store = filled();

    Release back = store.rollBack(2, ANA);

    assertThat(back.number()).isEqualTo(4);
    assertThat(back.datasets()).isEqualTo(store.release(2).datasets());
    assertThat(store.readLatest().figures()).containsExactly(OLD);
    assertThat(store.read(3).figures()).as("the release gone back from").containsExactly(NEW);
    assertThat(store.rollBack(3, LUIS).number()).as("and forth").isEqualTo(5);
    assertThat(store.readLatest().figures()).containsExactly(NEW);
  }

  @Test
  void goingBackToWhatIsInForceChangesNothing() {
    Store store = filled();
    store.rollBack(2, ANA);

    assertThat(store.rollBack(2, ANA).number()).isEqualTo(4);
    assertThat(store.rollBack(4, ANA).number()).isEqualTo(4);
    assertThat(audit(store)).hasSize(4);
  }

  @Test
  void aRetiredDatasetIsGoneFromTheNextReleaseOnly() {
    Store store = filled();

    Release without = store.retire(dataset("figures", 2).id(), ANA);

    assertThat(without.number()).isEqualTo(4);
    assertThat(without.datasets()).containsExactly(REFERENCE.dataset());
    assertThat(store.readLatest().figures()).isEmpty();
    assertThat(store.read(3).figures()).containsExactly(NEW);
    assertThatThrownBy(() -> store.retire(dataset("figures", 2).id(), ANA))
        .isInstanceOfSatisfying(
            UnknownNameException.class,
            e -> assertThat(e.allowed()).containsExactly(REFERENCE.dataset().id()));
  }

  @Test
  void whatOthersUseIsNotRetired() {
    Store store = filled();

    assertThatThrownBy(() -> store.retire(REFERENCE.dataset().id(), ANA))
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("dataset_in_use");
              assertThat(e.explanation().es()).contains(REFERENCE.dataset().id());
            });

    assertThat(store.latestReleaseNumber()).isEqualTo(3);
    assertThat(audit(store)).hasSize(3);
    assertThat(verify(store).isIntact()).isTrue();
  }

  @Test
  void theLastDatasetCanBeRetired() {
    Store store = open();
    store.publish(REFERENCE);

    assertThat(store.retire(REFERENCE.dataset().id(), ANA).datasets()).isEmpty();
    assertThat(store.readLatest().regions()).isEmpty();
  }

  @Test
  void onlyWhatSomebodyTookOutByHandIsWithdrawn() {
    Store store = filled();
    String first = dataset("figures", 1).id();
    String second = dataset("figures", 2).id();
    assertThat(store.isWithdrawn("figures@never")).isFalse();
    assertThat(store.isWithdrawn(first)).as("replaced by an edition").isFalse();
    assertThat(store.isWithdrawn(second)).as("in force").isFalse();

    store.rollBack(2, ANA);
    assertThat(store.isWithdrawn(second)).as("gone back from").isTrue();
    store.retire(first, ANA);
    assertThat(store.isWithdrawn(first)).as("retired").isTrue();
    store.publish(figures(1, OLD));
    assertThat(store.isWithdrawn(first)).as("back again").isFalse();
  }

  @Test
  void aDatasetKnowsWhoBroughtItAndWhatItHolds() {
    List<AcceptedProblem> problems =
        List.of(new AcceptedProblem("outside_parent", 3), new AcceptedProblem("gap", 1));
    Store store = open();
    store.publish(REFERENCE);
    store.publishAll(List.of(figures(1, OLD).accepting(problems)), ANA);
    store.publishAll(List.of(figures(2, NEW)), LUIS);

    List<KeptDataset> all = store.datasets();

    assertThat(all).extracting(KeptDataset::by).containsExactly(Actor.PROGRAM, ANA, LUIS);
    assertThat(all).extracting(KeptDataset::inForce).containsExactly(true, false, true);
    assertThat(all.get(0).counts()).isEqualTo(new KeptDataset.Counts(0, 2, 0));
    KeptDataset first = all.get(1);
    assertThat(first.dataset()).isEqualTo(dataset("figures", 1));
    assertThat(first.counts()).isEqualTo(new KeptDataset.Counts(1, 0, 0));
    assertThat(first.problems()).isEqualTo(problems);
    assertThat(first.firstRelease()).isEqualTo(2);
    assertThat(first.lastRelease()).isEqualTo(2);
  }

  @Test
  void everyChangeHasItsEntry() {
    Store store = filled();
    store.retire(dataset("figures", 2).id(), ANA);
    store.rollBack(2, LUIS);
    store.tokens().create("oficina", HASH, Optional.empty(), ANA);
    store.tokens().revoke("oficina", LUIS);

    assertThat(audit(store))
        .extracting(e -> e.number() + " " + e.by().name() + " " + e.event().act())
        .containsExactly(
            "7 luis TOKEN_REVOKED",
            "6 Ana Quispe TOKEN_CREATED",
            "5 luis ROLLED_BACK",
            "4 Ana Quispe RETIRED",
            "3 luis PUBLISHED",
            "2 Ana Quispe PUBLISHED",
            "1 yunga PUBLISHED");
    assertThat(audit(store))
        .extracting(e -> e.event().subject())
        .containsExactly(
            "oficina",
            "oficina",
            "2",
            dataset("figures", 2).id(),
            dataset("figures", 2).id(),
            dataset("figures", 1).id(),
            REFERENCE.dataset().id());
    assertThat(audit(store).get(4).event().fileSha256()).contains(dataset("figures", 2).sha256());
    assertThat(store.audit().before(4, 2)).extracting(AuditEntry::number).containsExactly(3L, 2L);
    assertThat(store.audit().identity()).contains(audit(store).get(6).hash().substring(0, 16));
    AuditReport report = verify(store);
    assertThat(report.findings()).isEmpty();
    assertThat(report.entries()).isEqualTo(7);
    assertThat(report.releases()).isEqualTo(5);
    assertThat(report.datasets()).isEqualTo(3);
    assertThat(report.head()).isEqualTo(audit(store).get(0).hash());
  }

  @Test
  void anEmptyStoreHasAnEmptyAudit() {
    Store store = open();
    assertThat(audit(store)).isEmpty();
    assertThat(verify(store).isIntact()).isTrue();
    assertThat(verify(store).entries()).isZero();
  }

  @Test
  void whatFailedLeavesNoEntry() {
    Store store = filled();
    Figure stray = figure(SAN_MARTIN, "cocoa", "2024", "OPD", 1);

    assertThatThrownBy(() -> store.publish(figures(9, stray))).isNotNull();

    assertThat(audit(store)).hasSize(3);
    assertThat(verify(store).isIntact()).isTrue();
  }

  @Test
  void aHashKeptElsewhereIsFoundAgain() {
    Store store = filled();
    String kept = audit(store).get(1).hash();

    assertThat(store.audit().verify(Optional.of(kept)).isIntact()).isTrue();
    assertThat(store.audit().verify(Optional.of("0".repeat(64))).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo("head_unknown"));
  }

  @Test
  void openedAgainTheAuditHolds() {
    filled().close();
    Store again = open();
    assertThat(verify(again).isIntact()).isTrue();
    again.rollBack(1, ANA);
    assertThat(verify(again).isIntact()).isTrue();
    assertThat(verify(again).entries()).isEqualTo(4);
  }

  @Test
  void oneTokenOfANameIsInForce() {
    Store store = open();
    Instant end = Instant.parse("2030-01-01T05:00:00Z");
    AccessToken made = store.tokens().create("oficina", HASH, Optional.of(end), ANA);

    assertThatThrownBy(
            () -> store.tokens().create("oficina", "cd".repeat(32), Optional.empty(), ANA))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContaining("token_exists");
    assertThat(store.tokens().all()).containsExactly(made);
    assertThat(made.isValid(end.minusSeconds(1))).isTrue();
    assertThat(made.isValid(end)).isFalse();

    AccessToken ended = store.tokens().revoke("oficina", LUIS);
    assertThat(ended.isValid(ended.created())).isFalse();
    assertThatThrownBy(() -> store.tokens().revoke("oficina", LUIS))
        .isInstanceOf(UnknownNameException.class);
    store.tokens().create("oficina", "cd".repeat(32), Optional.empty(), ANA);
    assertThat(store.tokens().all()).hasSize(2);
  }

  @Test
  void namesThatSayNothingAreRefused() {
    for (String name : new String[] {"", "  ", "a\nb", "\u001b[2J", "x".repeat(101)}) {
      assertThatThrownBy(() -> new Actor(name)).isInstanceOf(ExplainedException.class);
    }
    Store store = open();
    for (String name : new String[] {"", "a b", "-x", "ñ", "x".repeat(65)}) {
      assertThatThrownBy(() -> store.tokens().create(name, HASH, Optional.empty(), ANA))
          .isInstanceOf(ExplainedException.class)
          .hasMessageContaining("bad_token_name");
    }
    assertThat(store.tokens().all()).isEmpty();
  }
}
