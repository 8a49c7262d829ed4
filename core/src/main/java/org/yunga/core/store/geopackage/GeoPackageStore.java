package org.yunga.core.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.PlotBlock;
import org.yunga.core.plot.PlotPack;
import org.yunga.core.plot.PlotPacker;
import org.yunga.core.store.Store;
import org.yunga.core.store.StoreExceptions;

/**
 * The store in one GeoPackage file, {@code yunga.gpkg} in the data folder.
 *
 * <p>One connection, used by one thread at a time; SQLite's own locks keep processes apart. Every
 * failure that a user can mend is an {@link org.yunga.core.text.ExplainedException}.
 */
public final class GeoPackageStore implements Store {

  /** How long a writer waits for another one. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;
  private final Connection connection;
  private final Clock clock;

  private GeoPackageStore(Path file, Connection connection, Clock clock) {
    this.file = file;
    this.connection = connection;
    this.clock = clock;
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
    return new GeoPackageStore(folder.resolve(GeoPackageFile.NAME), connection, clock);
  }

  /** Where the file is. */
  public Path file() {
    return file;
  }

  @Override
  public synchronized long latestReleaseNumber() {
    return explaining(this::latestNumber);
  }

  private long latestNumber() throws SQLException {
    return Sql.query(connection, "SELECT ifnull(max(number), 0) FROM release", r -> r.getLong(1))
        .get(0);
  }

  @Override
  public synchronized Release latestRelease() {
    return explaining(() -> release(latestNumber()));
  }

  private Release release(long number) throws SQLException {
    List<Instant> published =
        Sql.query(
            connection,
            "SELECT published_at FROM release WHERE number = ?",
            row -> Instant.parse(row.getString(1)),
            number);
    List<Dataset> datasets =
        Sql.query(
            connection,
            "SELECT dataset.* FROM dataset JOIN release_dataset"
                + " ON release_dataset.dataset = dataset.number"
                + " WHERE release = ? ORDER BY dataset.number",
            GeoPackageStore::dataset,
            number);
    return new Release(number, published.isEmpty() ? Instant.EPOCH : published.get(0), datasets);
  }

  private static Dataset dataset(ResultSet row) throws SQLException {
    return new Dataset(
        row.getString("id"),
        row.getString("key"),
        row.getString("title"),
        row.getString("source"),
        row.getString("licence"),
        row.getString("file_name"),
        row.getString("sha256"));
  }

  @Override
  public Release publish(Delivery delivery) {
    return publishAll(List.of(delivery));
  }

  @Override
  public synchronized Release publishAll(List<Delivery> deliveries) {
    return explaining(
        () -> {
          Release release =
              Transactions.run(
                  connection,
                  () -> {
                    Release last = release(latestNumber());
                    for (Delivery delivery : deliveries) {
                      last = publishInTransaction(delivery);
                    }
                    return last;
                  });
          // the file alone then holds all, so that copying it loses nothing while we run
          Sql.query(connection, "PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
          return release;
        });
  }

  private Release publishInTransaction(Delivery delivery) throws SQLException {
    Release before = release(latestNumber());
    String hash = delivery.dataset().sha256();
    String id = delivery.dataset().id();
    if (before.datasets().stream().anyMatch(d -> d.id().equals(id) && d.sha256().equals(hash))) {
      return before;
    }
    keepApart(before, delivery.dataset());
    long dataset = datasetNumber(delivery);
    Sql.execute(
        connection,
        "INSERT INTO release (published_at) VALUES (?)",
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    long release = Sql.lastNumber(connection);
    Sql.execute(
        connection,
        "INSERT INTO release_dataset (release, dataset) SELECT ?, dataset FROM release_dataset"
            + " JOIN dataset ON dataset.number = release_dataset.dataset"
            + " WHERE release = ? AND key <> ?",
        release,
        before.number(),
        delivery.dataset().key());
    Sql.execute(
        connection,
        "INSERT INTO release_dataset (release, dataset) VALUES (?, ?)",
        release,
        dataset);
    Layers.refresh(connection, release);
    ReleaseContent content = content(release); // what does not fit together fails here, undone
    PlotPackTable.checkForms(connection, release, content.catalogue().plotKinds());
    return content.release();
  }

  private void keepApart(Release before, Dataset delivered) {
    boolean mixes =
        before.datasets().stream()
            .filter(dataset -> !dataset.isBoundaries())
            .anyMatch(dataset -> dataset.isSynthetic() != delivered.isSynthetic());
    if (mixes && !delivered.isBoundaries()) {
      throw StoreExceptions.mixed(file, before.isSynthetic());
    }
  }

  /** Number of the dataset: an edition that was retired and comes back is already there. */
  private long datasetNumber(Delivery delivery) throws SQLException {
    List<Long> known =
        Sql.query(
            connection,
            "SELECT number FROM dataset WHERE id = ? AND sha256 = ?",
            row -> row.getLong(1),
            delivery.dataset().id(),
            delivery.dataset().sha256());
    return known.isEmpty() ? insert(delivery) : known.get(0);
  }

  private long insert(Delivery delivery) throws SQLException {
    Dataset dataset = delivery.dataset();
    Sql.execute(
        connection,
        "INSERT INTO dataset (id, key, title, source, licence, file_name, sha256)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        dataset.id(),
        dataset.key(),
        dataset.title(),
        dataset.source(),
        dataset.licence(),
        dataset.fileName(),
        dataset.sha256());
    long number = Sql.lastNumber(connection);
    CatalogueTables.write(connection, number, delivery.catalogue());
    RegionTables.write(connection, number, delivery.regions());
    FigureTable.write(connection, number, delivery.figures());
    PlotPackTable.write(connection, number, PlotPacker.pack(delivery.plots()));
    return number;
  }

  @Override
  public synchronized ReleaseContent readLatest() {
    return explaining(() -> content(latestNumber()));
  }

  private ReleaseContent content(long number) throws SQLException {
    return new ReleaseContent(
        release(number),
        CatalogueTables.read(connection, number),
        RegionTables.read(connection, number),
        FigureTable.read(connection, number));
  }

  @Override
  public synchronized List<PlotPack> plotPacks(String dataset) {
    return explaining(
        () ->
            PlotPackTable.read(connection, file, dataset).stream()
                .map(row -> row.pack(consumer -> forEachBlock(row, consumer)))
                .toList());
  }

  private synchronized void forEachBlock(PlotPackTable.Row row, Consumer<PlotBlock> consumer) {
    explaining(
        () -> {
          PlotBlockTable.forEach(connection, file, row, consumer);
          return null;
        });
  }

  private <T> T explaining(Transactions.Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw GeoPackageFile.explain(file, e);
    }
  }

  @Override
  public synchronized void close() {
    explaining(
        () -> {
          connection.close();
          return null;
        });
  }
}
