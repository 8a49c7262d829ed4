package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yunga.core.audit.Actor;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.Plot;
import org.yunga.core.store.Store;
import org.yunga.core.store.geopackage.GeoPackageAt;

/** What only a database of many nodes does. */
class PostgisStoreTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private static final String FIELD = "POLYGON ((-75 -8, -74.9 -8, -74.9 -7.9, -75 -8))";

  @RegisterExtension final PostgisDatabase database = new PostgisDatabase();

  @TempDir Path folder;

  private final PostgisCluster cluster = PostgisCluster.shared();

  private static Delivery plots(int edition, Plot... plots) {
    return Delivery.ofPlots(
        dataset("plots", edition), consumer -> List.of(plots).forEach(consumer));
  }

  private static Plot field(int year) {
    return new Plot("coca_field", year, wkt(FIELD), OptionalDouble.of(0.1));
  }

  private static List<Delivery> allKinds() {
    return List.of(
        reference(
            bounded(SAN_MARTIN, "San Martín", "MULTIPOLYGON (((-76 -8, -75 -8, -75 -7, -76 -8)))"),
            region(UCAYALI, "Ucayali")),
        figures(
            1,
            figure(SAN_MARTIN, "coca", "2024", "OPD", 0.1 + 0.2),
            gap(UCAYALI, "coca", "2024", "OPD", ValueState.MISSING)),
        plots(1, field(2023), new Plot("reforested_lot", 2020, wkt(FIELD))));
  }

  @Test
  void theSameDatasetHasTheSameHashAsInTheEmbeddedStore() {
    try (Store here = cluster.open(database.name(), NOON);
        Store there = GeoPackageAt.open(folder, NOON)) {
      here.publishAll(allKinds());
      there.publishAll(allKinds());

      assertThat(here.datasets())
          .extracting(KeptDataset::contentSha256)
          .containsExactlyElementsOf(
              there.datasets().stream().map(KeptDataset::contentSha256).toList());
      AuditEntry first = here.audit().before(2, 1).get(0);
      AuditEntry other = there.audit().before(2, 1).get(0);
      assertThat(first.event()).isEqualTo(other.event());
      assertThat(first.at()).isEqualTo(other.at());
      assertThat(first.hash()).as("each store is one of its own").isNotEqualTo(other.hash());
    }
  }

  @Test
  void tenNodesMayStartAtOnceOnANewDatabase() throws Exception {
    String empty = database.empty();
    ExecutorService executor = Executors.newFixedThreadPool(10);
    List<Future<Long>> nodes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      nodes.add(
          executor.submit(
              () -> {
                try (Store store = cluster.open(empty)) {
                  return store.latestReleaseNumber();
                }
              }));
    }
    executor.shutdown();
    for (Future<Long> node : nodes) {
      assertThat(node.get()).isZero();
    }
    assertThat(cluster.ask(empty, "SELECT count(*) FROM flyway_schema_history WHERE version = '1'"))
        .isEqualTo("1");
  }

  @Test
  void theNewestScriptIsTheOneThatTheProgramAsksFor() {
    String last = "V" + PostgisMigrations.NEWEST + "__";
    String next = "V" + (PostgisMigrations.NEWEST + 1) + "__";
    assertThat(scripts()).anyMatch(name -> name.startsWith(last));
    assertThat(scripts()).noneMatch(name -> name.startsWith(next));
  }

  private static List<String> scripts() {
    String[] names = Path.of("src/main/resources/org/yunga/core/store/postgis").toFile().list();
    return List.of(names);
  }

  @Test
  void anotherNodeHearsOfARelease() throws Exception {
    BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    try (Store one = database.open();
        Store two = database.open()) {
      two.onRelease(() -> heard.add(two.latestReleaseNumber()));
      assertThat(heard.poll(1, TimeUnit.MINUTES)).as("once it listens").isZero();

      one.publish(reference(region(UCAYALI, "Ucayali")));

      assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo(1);
      assertThatThrownBy(() -> one.publish(figures(9, figure(UCAYALI, "cocoa", "2024", "OPD", 1))))
          .isNotNull();
      one.publish(figures(1, figure(UCAYALI, "coca", "2024", "OPD", 1)));
      assertThat(heard.poll(1, TimeUnit.MINUTES)).as("none of the failed one").isEqualTo(2);
    }
  }

  @Test
  void plotsAreRowsToo() {
    try (Store store = database.open()) {
      store.publish(plots(1, field(2023), field(2024)));

      String sizes = "SELECT count(*) || ' ' || count(DISTINCT size) FROM plot";
      assertThat(cluster.ask(database.name(), sizes)).isEqualTo("2 1");
      assertThat(
              cluster.ask(
                  database.name(),
                  "SELECT max(abs(ST_Area(geom) - size / 1e6)) < 1e-3"
                      + " AND bool_and(ST_Contains(geom, inside)) AND min(value) = 100000 FROM plot"))
          .isEqualTo("t");
      assertThat(
              cluster.ask(
                  database.name(),
                  "SELECT max(abs(ST_X(p) + 75)) < 2e-8 AND max(abs(ST_Y(p) + 8)) < 2e-8 FROM"
                      + " (SELECT ST_Transform(ST_PointN(ST_ExteriorRing(geom), 1), 4326) AS p"
                      + " FROM plot) first"))
          .as("the frame is the one that PROJ knows, to two millimetres")
          .isEqualTo("t");
    }
  }

  @Test
  void discardedPlotsAreGone() {
    try (Store store = database.open()) {
      long staged = store.stage(List.of(plots(1, field(2023))), 0, "{}", Actor.PROGRAM).number();
      assertThat(cluster.ask(database.name(), "SELECT count(*) FROM plot")).isEqualTo("1");

      store.discardStaged(staged, Actor.PROGRAM);

      assertThat(cluster.ask(database.name(), "SELECT count(*) FROM plot")).isEqualTo("0");
      assertThat(
              cluster.ask(
                  database.name(), "SELECT count(*) FROM pg_class WHERE relname ~ '^plot_of_'"))
          .isEqualTo("0");
    }
  }

  @Test
  void theAuditIsOnlyAddedTo() {
    try (Store store = database.open()) {
      store.publish(reference(region(UCAYALI, "Ucayali")));
    }
    for (String sql :
        List.of("UPDATE audit SET done_by = 'x'", "DELETE FROM audit", "TRUNCATE audit")) {
      assertThatThrownBy(() -> cluster.run(database.name(), sql))
          .hasMessageContaining("the audit is only added to");
    }
  }

  @Test
  void whatSomebodyCutOffTheAuditIsMissed() {
    try (Store store = database.open()) {
      store.publish(reference(region(UCAYALI, "Ucayali")));
      cluster.run(
          database.name(),
          "ALTER TABLE audit DISABLE TRIGGER USER",
          "DELETE FROM audit",
          "ALTER TABLE audit ENABLE TRIGGER USER");

      assertThat(store.audit().verify(Optional.empty()).findings())
          .extracting(finding -> finding.code())
          .contains("entries_missing");
    }
  }

  @Test
  void aGisSeesTheRegionsInForce() {
    try (Store store = database.open()) {
      store.publishAll(allKinds());
    }
    assertThat(
            cluster.ask(
                database.name(),
                "SELECT string_agg(region_set || '/' || code, ' ') FROM region_in_force"))
        .isEqualTo(SAN_MARTIN.toString());
  }
}
