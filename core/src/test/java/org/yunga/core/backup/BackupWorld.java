package org.yunga.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.figures;
import static org.yunga.core.Fixtures.gap;
import static org.yunga.core.Fixtures.reference;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.wkt;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.Sql;

/** A store with something of everything, and what two of them must share. */
public final class BackupWorld {

  private static final Actor ANA = new Actor("Ana");
  private static final String FIELD = "POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T22:00:00Z"), ZoneOffset.UTC);

  private BackupWorld() {}

  /** A backup into a folder, at a fixed time. */
  public static Backup backup(Path folder, Path work, Seal seal) {
    return new Backup(folder, work, seal, "0.1.0", CLOCK);
  }

  /** Without keys. */
  public static Restore restore(Path file) {
    return new Restore(file, Restore.Keys.NONE, Optional.empty());
  }

  static Restore restore(Path file, String passphrase) {
    return new Restore(
        file, new Restore.Keys(Optional.of(passphrase), Optional.empty()), Optional.empty());
  }

  /** Four releases, one rolled over, a token, plots with a value, and one dataset that waits. */
  public static void fill(Store store) {
    store.publish(
        reference(
            bounded(SAN_MARTIN, "San Martín", "MULTIPOLYGON (((-76 -8, -75 -8, -75 -7, -76 -8)))"),
            region(UCAYALI, "Ucayali")));
    store.publish(
        figures(
            1,
            figure(SAN_MARTIN, "coca", "2024", "OPD", 0.1 + 0.2),
            gap(UCAYALI, "coca", "2024", "OPD", ValueState.MISSING)));
    Plot field = new Plot("coca_field", 2023, wkt(FIELD), OptionalDouble.of(0.1));
    Plot lot = new Plot("reforested_lot", 2020, wkt(FIELD));
    store.publish(
        Delivery.ofPlots(dataset("plots", 1), plots -> List.of(field, lot).forEach(plots)));
    store.retire(dataset("figures", 1).id(), ANA);
    store.tokens().create("oficina", "ab".repeat(32), Optional.empty(), ANA);
    store.stage(List.of(figures(2, figure(UCAYALI, "coca", "2024", "OPD", 7))), 4, "{}", ANA);
  }

  /** Releases, counts, content, plots, totals, audit, tokens and what waits are the same. */
  public static void assertSame(Store there, Store from) {
    assertThat(there.releases(999, 999)).isEqualTo(from.releases(999, 999));
    assertThat(there.datasets()).isEqualTo(from.datasets());
    assertThat(there.audit().before(999, 999)).isEqualTo(from.audit().before(999, 999));
    assertThat(there.tokens().all()).isEqualTo(from.tokens().all());
    assertThat(there.staged()).isEqualTo(from.staged());
    assertThat(there.readLatest().regions()).isEqualTo(from.readLatest().regions());
    for (long release = 1; release <= from.latestReleaseNumber(); release++) {
      assertThat(there.read(release).figures()).isEqualTo(from.read(release).figures());
    }
    assertThat(plots(there)).isEqualTo(plots(from)).hasSize(2);
    assertThat(index(there).slots()).isEqualTo(index(from).slots());
    assertThat(index(there).totals()).isEqualTo(index(from).totals());
    assertThat(there.audit().verify(Optional.empty()))
        .isEqualTo(from.audit().verify(Optional.empty()));
  }

  private static PlotIndex index(Store store) {
    return PlotIndex.NONE.follow(List.of(), List.of(dataset("plots", 1).id()), store::plotPacks);
  }

  private static List<Plot> plots(Store store) {
    List<Plot> plots = new ArrayList<>();
    store.plots(dataset("plots", 1).id()).forEach(plots::add);
    return plots;
  }

  static void execute(Path gpkg, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + gpkg);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> names(Path gpkg, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + gpkg)) {
      return Sql.query(connection, sql, row -> row.getString(1));
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
