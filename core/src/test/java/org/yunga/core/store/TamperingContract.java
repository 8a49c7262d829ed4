package org.yunga.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditFinding;

/** The audit of every store: changes by SQL, past the program, are found. */
public abstract class TamperingContract extends ReleaseStoreContract {

  /** What somebody with the database and its shell may do; the triggers are no obstacle. */
  protected abstract void tamper(String... statements) throws SQLException;

  protected List<String> codes() {
    return verify(open()).findings().stream().map(AuditFinding::code).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE audit SET done_by = 'nobody' WHERE number = 2                       | 2
          UPDATE audit SET done_at = '2020-01-01T00:00:00Z' WHERE number = 1         | 1
          UPDATE audit SET act = 'retired' WHERE number = 3                          | 3
          UPDATE audit SET file_sha256 = NULL WHERE number = 2                       | 2
          UPDATE audit SET previous_sha256 = sha256 WHERE number = 2                 | 2
          UPDATE audit SET sha256 = previous_sha256 WHERE number = 2                 | 2
          UPDATE audit SET subject = 'figures@00000009' WHERE number = 3             | 3
          """)
  void aChangedEntryIsNamed(String sql, long number) throws SQLException {
    filled().close();
    tamper(sql);
    assertThat(verify(open()).findings().get(0)).isEqualTo(new AuditFinding.EntryChanged(number));
  }

  @ParameterizedTest
  @CsvSource({"done_at = 'yesterday'", "act = 'forgave'", "done_by = ''"})
  void anEntryThatIsNoneIsNamed(String change) throws SQLException {
    filled().close();
    tamper("UPDATE audit SET " + change + " WHERE number = 2");

    Store store = open();
    assertThat(verify(store).findings().get(0)).isEqualTo(new AuditFinding.EntryUnreadable(2));
    assertThatThrownBy(() -> store.audit().before(Long.MAX_VALUE, 9))
        .hasMessageContaining("audit_unreadable");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 2, 2", "3, 3, 3"})
  void aDeletedEntryIsMissed(long deleted, long first, long last) throws SQLException {
    filled().close();
    tamper("DELETE FROM audit WHERE number = " + deleted);

    assertThat(verify(open()).findings())
        .contains(
            new AuditFinding.EntriesMissing(first, last),
            new AuditFinding.ReleaseUnaudited(deleted));
  }

  @Test
  void anEntryCutOffTheEndIsMissedAlsoWhenOthersFollow() throws SQLException {
    filled().close();
    tamper("DELETE FROM audit WHERE number = 3");
    open().rollBack(1, Actor.PROGRAM);

    assertThat(verify(open()).findings()).contains(new AuditFinding.EntriesMissing(3, 3));
  }

  @Test
  void entriesInAnotherOrderAreFound() throws SQLException {
    filled().close();
    tamper(
        "UPDATE audit SET number = 99 WHERE number = 2",
        "UPDATE audit SET number = 2 WHERE number = 3",
        "UPDATE audit SET number = 3 WHERE number = 99");
    assertThat(verify(open()).findings()).contains(new AuditFinding.EntryChanged(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE figure SET value = value + 1 WHERE dataset = 2          | figures@00000001
          UPDATE figure SET value = 2114.0000000000005 WHERE dataset = 2 | figures@00000001
          UPDATE figure SET source_title = 'x' WHERE dataset = 3         | figures@00000002
          DELETE FROM figure WHERE dataset = 3                           | figures@00000002
          UPDATE region SET name = 'Huanuco' WHERE code = '10'           | reference@00000001
          UPDATE indicator SET kind = 'flow' WHERE id = 'coca'           | reference@00000001
          UPDATE dataset SET licence = 'none' WHERE number = 2           | figures@00000001
          UPDATE dataset_arrival SET brought_by = 'x' WHERE dataset = 2  | figures@00000001
          INSERT INTO dataset_problem (dataset, code, count) VALUES (2, 'x', 1) | figures@00000001
          """)
  void contentThatIsNotWhatWasPublishedIsNamed(String sql, String dataset) throws SQLException {
    filled().close();
    tamper(sql);

    assertThat(verify(open()).findings())
        .singleElement()
        .isInstanceOfSatisfying(
            AuditFinding.DatasetChanged.class,
            changed -> assertThat(changed.dataset()).isEqualTo(dataset));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE FROM release_dataset WHERE release = 2 AND dataset = 2              | release_changed
          INSERT INTO release_dataset (release, dataset) VALUES (2, 3)               | release_changed
          UPDATE release SET published_at = '2020-01-01T00:00:00Z' WHERE number = 2  | release_changed
          UPDATE dataset_arrival SET content_sha256 = '' WHERE dataset = 3           | release_changed
          INSERT INTO release (published_at) VALUES ('2026-11-21T00:00:00Z')         | release_unaudited
          """)
  void aReleaseThatIsNotWhatWasPublishedIsNamed(String sql, String code) throws SQLException {
    filled().close();
    tamper(sql);
    assertThat(codes()).containsExactly(code);
  }

  /** Tokens are read from the data, and whoever has one can publish. */
  @Test
  void aTokenThatIsNotWhatWasMadeIsNamed() throws SQLException {
    Store store = filled();
    Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(86_400);
    store.tokens().create("old", "1a".repeat(32), Optional.empty(), Actor.PROGRAM);
    store.tokens().revoke("old", Actor.PROGRAM);
    store.tokens().create("brief", "2b".repeat(32), Optional.of(tomorrow), Actor.PROGRAM);
    tamper("CREATE TABLE kept AS SELECT * FROM access_token");
    AuditFinding old = new AuditFinding.TokenChanged("old", 4);
    AuditFinding brief = new AuditFinding.TokenChanged("brief", 6);
    assertThat(verify(store).findings()).isEmpty();

    assertTold(store, "SET expires_at = '2099-01-01T00:00:00Z' WHERE name = 'brief'", brief);
    assertTold(store, "SET expires_at = NULL WHERE name = 'brief'", brief);
    assertTold(store, "SET revoked_at = NULL WHERE name = 'old'", old);
    assertTold(store, "SET revoked_at = '2020-01-01T00:00:00Z'", old, brief);
    assertTold(store, "SET sha256 = 'a' WHERE name = 'brief'", brief);
    AuditFinding made = new AuditFinding.TokenUnaudited("brief");
    assertTold(store, "SET created_by = 'x' WHERE name = 'brief'", brief, made);
    AuditFinding renamed = new AuditFinding.TokenUnaudited("other");
    assertTold(store, "SET name = 'other' WHERE name = 'brief'", brief, renamed);
    tamper("DELETE FROM access_token WHERE name = 'old'");
    assertThat(verify(store).findings()).containsExactly(old);
    tamper(
        "INSERT INTO access_token (number, name, sha256, created_at, created_by)"
            + " VALUES (9, 'x', 'b', 'c', 'd')");
    assertThat(verify(store).findings()).containsExactly(old, new AuditFinding.TokenUnaudited("x"));
  }

  /** And puts it back as it was. */
  private void assertTold(Store store, String change, AuditFinding... findings)
      throws SQLException {
    tamper("UPDATE access_token " + change);
    assertThat(verify(store).findings()).as(change).containsExactly(findings);
    tamper("DELETE FROM access_token", "INSERT INTO access_token SELECT * FROM kept");
  }

  @Test
  void aNameMayBeUsedAgainForAnotherToken() {
    Store store = filled();
    for (int i = 1; i <= 3; i++) {
      store.tokens().create("oficina", (i + "a").repeat(32), Optional.empty(), Actor.PROGRAM);
      assertThat(codes()).isEmpty();
      store.tokens().revoke("oficina", Actor.PROGRAM);
    }
    assertThat(codes()).isEmpty();
    assertThat(store.audit().before(Long.MAX_VALUE, 9))
        .as("nothing leads back to a token, nor to what is kept of it")
        .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain("1a".repeat(32)));
  }

  @Test
  void everyFindingSaysInBothLanguagesWhatItMeans() throws SQLException {
    filled().close();
    tamper("UPDATE figure SET value = 5", "DELETE FROM audit WHERE number = 3");
    assertThat(verify(open()).findings())
        .hasSize(4)
        .allSatisfy(
            finding ->
                assertThat(finding.explanation().es()).isNotEqualTo(finding.explanation().en()));
  }

  @Test
  void publicationsAfterwardsAreNotTakenForTampering() {
    Store store = filled();
    Store other = open();
    for (int i : Arrays.asList(1, 3, 2)) {
      other.rollBack(i, Actor.PROGRAM);
      assertThat(verify(store).findings()).isEmpty();
    }
  }
}
