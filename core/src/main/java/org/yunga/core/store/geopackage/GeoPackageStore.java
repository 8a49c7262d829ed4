package org.yunga.core.store.geopackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
import org.yunga.core.plot.PlotBlock;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.store.Rehearsal;
import org.yunga.core.store.Store;

/**
 * The store in one GeoPackage file, {@code yunga.gpkg} in the data folder.
 *
 * <p>One connection, used by one thread at a time; SQLite's own locks keep processes apart. Every
 * failure that a user can mend is an {@link org.yunga.core.text.ExplainedException}.
 */
public final class GeoPackageStore implements Store {

  /** How long a writer waits for another one. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Session session;

  private GeoPackageStore(Session session) {
    this.session = session;
  }

  /**
   * Opens the store in a folder; makes folder and store when they are missing, and upgrades the
   * schema of an older one.
   */
  public static GeoPackageStore open(Path folder) {
    return open(folder, Migrations.all(), Clock.systemUTC(), PATIENCE);
  }

  static GeoPackageStore open(Path folder, List<String> scripts, Clock clock, Duration patience) {
    Connection connection = GeoPackageFile.open(folder, scripts, patience);
    Session session = new Session(folder.resolve(GeoPackageFile.NAME), connection, clock);
    GeoPackageStore store = new GeoPackageStore(session);
    try {
      Adoption.run(session);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Whether a folder holds a store already. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(GeoPackageFile.NAME));
  }

  /** Where the file is. */
  public Path file() {
    return session.file();
  }

  private Connection connection() {
    return session.connection();
  }

  @Override
  public long latestReleaseNumber() {
    return session.read(() -> ReleaseTables.latest(connection()));
  }

  @Override
  public Release latestRelease() {
    return session.read(() -> ReleaseTables.read(connection(), ReleaseTables.latest(connection())));
  }

  @Override
  public Release release(long number) {
    return session.read(() -> ReleaseTables.read(connection(), number));
  }

  @Override
  public List<AuditedRelease> releases(long before, int limit) {
    return session.readWhole(
        () -> {
          List<AuditedRelease> releases = new ArrayList<>();
          for (long number : ReleaseTables.numbers(connection(), before, limit)) {
            releases.add(
                new AuditedRelease(
                    ReleaseTables.read(connection(), number),
                    AuditTable.ofRelease(connection(), number)));
          }
          return releases;
        });
  }

  @Override
  public List<KeptDataset> datasets() {
    return session.readWhole(() -> DatasetTables.all(connection()));
  }

  @Override
  public boolean isWithdrawn(String dataset) {
    return session.readWhole(
        () ->
            AuditTable.endOf(connection(), dataset)
                .filter(act -> act == AuditedAct.RETIRED || act == AuditedAct.ROLLED_BACK)
                .isPresent());
  }

  @Override
  public Release publishAll(List<Delivery> deliveries, Actor by) {
    return session.write(
        () -> {
          Release last = ReleaseTables.read(connection(), ReleaseTables.latest(connection()));
          for (Delivery delivery : deliveries) {
            last = new Publications(session, by).publish(delivery);
          }
          return last;
        });
  }

  @Override
  public <T> T rehearse(List<Delivery> deliveries, Actor by, Rehearsal<T> reader) {
    return session.read(
        () ->
            Transactions.undo(
                connection(),
                () -> {
                  for (Delivery delivery : deliveries) {
                    new Publications(session, by).publish(delivery);
                  }
                  return reader.read(new Rehearsed(this));
                }));
  }

  /** Reads on the connection whose transaction is under way. */
  private record Rehearsed(GeoPackageStore store) implements Rehearsal.View {

    @Override
    public ReleaseContent content() {
      return store.readLatest();
    }

    @Override
    public List<PlotPack> plotPacks(String dataset) {
      return store.plotPacks(dataset);
    }
  }

  @Override
  public StagedDataset stage(List<Delivery> deliveries, String report, Actor by) {
    return session.write(() -> new Stagings(session, by).stage(deliveries, report));
  }

  @Override
  public StagedDataset stageAgain(long number, List<Delivery> deliveries, String report, Actor by) {
    return session.write(() -> new Stagings(session, by).stageAgain(number, deliveries, report));
  }

  @Override
  public List<StagedDataset> staged() {
    return session.readWhole(() -> StagingTables.waiting(connection()));
  }

  @Override
  public StagedDataset staged(long number) {
    return session.readWhole(() -> StagingTables.one(connection(), number));
  }

  @Override
  public Release publishStaged(long number, Actor by) {
    return session.write(() -> new Stagings(session, by).publish(number));
  }

  @Override
  public void discardStaged(long number, Actor by) {
    session.write(
        () -> {
          new Stagings(session, by).discard(number);
          return null;
        });
  }

  @Override
  public Release retire(String dataset, Actor by) {
    return session.write(() -> new Publications(session, by).retire(dataset));
  }

  @Override
  public Release rollBack(long number, Actor by) {
    return session.write(() -> new Publications(session, by).rollBack(number));
  }

  @Override
  public ReleaseContent read(long number) {
    return session.read(() -> ReleaseTables.content(connection(), number));
  }

  @Override
  public ReleaseContent readLatest() {
    return session.read(
        () -> ReleaseTables.content(connection(), ReleaseTables.latest(connection())));
  }

  @Override
  public AuditLog audit() {
    return new GeoPackageAudit(session);
  }

  @Override
  public TokenRegister tokens() {
    return new GeoPackageTokens(session);
  }

  @Override
  public List<PlotPack> plotPacks(String dataset) {
    return session.read(
        () ->
            PlotPackTable.read(connection(), file(), dataset).stream()
                .map(row -> row.pack(consumer -> forEachBlock(row, consumer)))
                .toList());
  }

  private void forEachBlock(PlotPackTable.Row row, Consumer<PlotBlock> consumer) {
    session.read(
        () -> {
          PlotBlockTable.forEach(connection(), file(), row, consumer);
          return null;
        });
  }

  @Override
  public void close() {
    session.read(
        () -> {
          connection().close();
          return null;
        });
  }
}
