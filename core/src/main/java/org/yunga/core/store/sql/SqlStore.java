package org.yunga.core.store.sql;

import java.util.ArrayList;
import java.util.List;
import org.yunga.core.access.TokenRegister;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditLog;
import org.yunga.core.audit.AuditedAct;
import org.yunga.core.dataset.AuditedRelease;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.store.Rehearsal;
import org.yunga.core.store.StagingExceptions;
import org.yunga.core.store.Store;

/** A store on a relational database, whichever it is. */
public abstract class SqlStore implements Store {

  private final Sessions sessions;

  /** A store on a database whose schema is that of this program. */
  protected SqlStore(Sessions sessions) {
    this.sessions = sessions;
  }

  Sessions sessions() {
    return sessions;
  }

  @Override
  public final String place() {
    return sessions.place();
  }

  @Override
  public final long latestReleaseNumber() {
    return sessions.read(session -> ReleaseTables.latest(session.connection()));
  }

  @Override
  public final Release latestRelease() {
    return sessions.read(
        session ->
            ReleaseTables.read(session.connection(), ReleaseTables.latest(session.connection())));
  }

  @Override
  public Release release(long number) {
    return sessions.read(session -> ReleaseTables.read(session.connection(), number));
  }

  @Override
  public final List<AuditedRelease> releases(long before, int limit) {
    return sessions.readWhole(
        session -> {
          List<AuditedRelease> releases = new ArrayList<>();
          for (long number : ReleaseTables.numbers(session.connection(), before, limit)) {
            releases.add(
                new AuditedRelease(
                    ReleaseTables.read(session.connection(), number),
                    AuditTable.ofRelease(session.connection(), number)));
          }
          return releases;
        });
  }

  @Override
  public final List<KeptDataset> datasets() {
    return sessions.readWhole(session -> DatasetTables.all(session.connection()));
  }

  @Override
  public final boolean isWithdrawn(String dataset) {
    return sessions.readWholeNewest(
        session ->
            AuditTable.endOf(session.connection(), dataset)
                .filter(act -> act == AuditedAct.RETIRED || act == AuditedAct.ROLLED_BACK)
                .isPresent());
  }

  @Override
  public final Release publishAll(List<Delivery> deliveries, Actor by) {
    return sessions.write(session -> new Publications(session, by).publishAll(deliveries));
  }

  @Override
  public final Release publishAll(List<Delivery> deliveries, long base, Actor by) {
    return sessions.write(
        session -> {
          long latest = ReleaseTables.latest(session.connection());
          if (latest != base) {
            throw StagingExceptions.releaseMoved(base, latest);
          }
          return new Publications(session, by).publishAll(deliveries);
        });
  }

  @Override
  public final <T> T rehearse(List<Delivery> deliveries, Actor by, Rehearsal<T> reader) {
    return sessions.undo(
        session -> {
          new Publications(session, by).publishAll(deliveries);
          return reader.read(new Rehearsed(session));
        });
  }

  /** Reads in the transaction that is under way. */
  private record Rehearsed(Session session) implements Rehearsal.View {

    @Override
    public ReleaseContent content() {
      return latest(session);
    }

    @Override
    public List<PlotPack> plotPacks(String dataset) {
      return PlotPackTable.packs(session, dataset);
    }
  }

  @Override
  public final StagedDataset stage(List<Delivery> deliveries, long base, String report, Actor by) {
    return sessions.write(session -> new Stagings(session, by).stage(deliveries, base, report));
  }

  @Override
  public final StagedDataset stageAgain(
      long number, List<Delivery> deliveries, long base, String report, Actor by) {
    return sessions.write(
        session -> new Stagings(session, by).stageAgain(number, deliveries, base, report));
  }

  @Override
  public final List<StagedDataset> staged() {
    return sessions.readWholeNewest(session -> StagingTables.waiting(session.connection()));
  }

  @Override
  public final StagedDataset staged(long number) {
    return sessions.readWholeNewest(session -> StagingTables.one(session.connection(), number));
  }

  @Override
  public final Release publishStaged(long number, Actor by) {
    return sessions.write(session -> new Stagings(session, by).publish(number));
  }

  @Override
  public final void discardStaged(long number, Actor by) {
    sessions.write(
        session -> {
          new Stagings(session, by).discard(number);
          return null;
        });
  }

  @Override
  public final Release retire(String dataset, Actor by) {
    return sessions.write(session -> new Publications(session, by).retire(dataset));
  }

  @Override
  public final Release rollBack(long number, Actor by) {
    return sessions.write(session -> new Publications(session, by).rollBack(number));
  }

  @Override
  public ReleaseContent read(long number) {
    return sessions.read(session -> ReleaseTables.content(session, number));
  }

  @Override
  public final ReleaseContent readLatest() {
    return latest(sessions);
  }

  private static ReleaseContent latest(Reading from) {
    return from.read(
        session -> ReleaseTables.content(session, ReleaseTables.latest(session.connection())));
  }

  @Override
  public final AuditLog audit() {
    return new SqlAudit(sessions);
  }

  @Override
  public final TokenRegister tokens() {
    return new SqlTokens(sessions);
  }

  @Override
  public List<PlotPack> plotPacks(String dataset) {
    return PlotPackTable.packs(sessions, dataset);
  }

  @Override
  public void close() {
    sessions.close();
  }
}
