package org.yunga.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.MemoryBudget;
import org.yunga.core.store.Store;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.text.UnavailableException;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;
import org.yunga.web.Client;
import org.yunga.web.PrivatePostgis;
import org.yunga.web.access.TokenSecret;

/** Two nodes on one database. */
class NodesTest {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final String BOUNDARIES = "/api/v1/region-sets/departments?detail=full";
  private static final String TOTALS =
      "/api/v1/totals?region-set=departments&kind=coca_field&year=2023";
  private static final String LISTENING =
      " FROM pg_stat_activity WHERE application_name = 'Yunga listens'";
  private static final String END_LISTENING = "SELECT pg_terminate_backend(pid, 60000)" + LISTENING;
  private static final int EDITIONS = 4;

  @TempDir private Path folder;

  private final TokenSecret secret = TokenSecret.random();
  private PrivatePostgis postgis;
  private Store publisher;
  private final List<AutoCloseable> running = new ArrayList<>();
  private final List<Client> nodes = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    postgis = PrivatePostgis.start();
    publisher = postgis.open();
    ReferenceData.install(publisher);
    publisher.tokens().create("oficina", secret.sha256(), Optional.empty(), Actor.PROGRAM);
    for (int i = 0; i < 2; i++) {
      addNode(MemoryBudget.ofHeap());
    }
  }

  private void addNode(MemoryBudget budget) {
    Store store = postgis.open();
    Path files = folder.resolve("files" + nodes.size());
    Server server = Server.start(store, files, "127.0.0.1", 0, budget);
    running.add(server);
    running.add(store);
    nodes.add(new Client(server.port()));
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : running) {
      one.close();
    }
    if (publisher != null) {
      publisher.close();
    }
    if (postgis != null) {
      postgis.close();
    }
  }

  /** From release 2 n on San Martín has n hectares. */
  private static Delivery edition(int number) {
    Region sanMartin =
        new Region(
            new RegionRef("departments", "22"),
            "San Martín",
            Optional.empty(),
            Optional.empty(),
            new Place.Boundary(
                new GeometryFactory().toGeometry(new Envelope(-77, -76, -8, -7)), number),
            List.of());
    Dataset dataset =
        Dataset.of(
            Dataset.BOUNDARIES + "departments",
            "Límites",
            "Oficina",
            "CC0",
            "prueba.geojson",
            String.format("%08x", number).repeat(8));
    return Delivery.ofRegions(dataset, List.of(sanMartin));
  }

  /** From release 2 n + 1 on it has n plots. */
  private static Delivery plots(int number) {
    Dataset dataset =
        Dataset.of(
            "plots/test",
            "Parcelas",
            "Oficina",
            "CC0",
            "parcelas.csv",
            String.format("%08x", number).repeat(8));
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Envelope box = new Envelope(-76.5 + i * 0.01, -76.495 + i * 0.01, -7.5, -7.495);
      plots.add(new Plot("coca_field", 2023, new GeometryFactory().toGeometry(box)));
    }
    return Delivery.ofPlots(dataset, plots::forEach);
  }

  private void publishBoth(int number) {
    publisher.publish(edition(number));
    assertThat(publisher.publish(plots(number)).number()).isEqualTo(2 * number + 1);
  }

  /** Two nodes answer from memory, one from the database. */
  @Test
  void noAnswerIsOfTwoReleases() throws Exception {
    addNode(new MemoryBudget(1));
    publishBoth(1);
    awaitRelease(3);
    underLoad(
        () -> {
          for (int number = 2; number <= EDITIONS; number++) {
            publishBoth(number);
            awaitRelease(2 * number + 1);
          }
          unheard(() -> publishBoth(EDITIONS + 1));
        },
        "Authorization",
        "Bearer " + secret.reveal());
  }

  /** Nodes that cannot be told find a release by looking for it. */
  private void unheard(Events publishing) throws Exception {
    String user = "SELECT quote_ident(current_user)";
    try (Connection admin = DriverManager.getConnection(postgis.jdbcUrl())) {
      String role = Sql.query(admin, user, row -> row.getString(1)).get(0);
      await(
          "each node listens",
          () -> Sql.query(admin, "SELECT 1" + LISTENING, row -> 1).size() == nodes.size());
      Sql.execute(admin, "ALTER ROLE " + role + " NOLOGIN"); // none listens again
      try {
        assertThat(Sql.query(admin, END_LISTENING, row -> row.getBoolean(1)))
            .as("a connection of each node ended")
            .hasSameSizeAs(nodes)
            .containsOnly(true);
        publishing.happen();
        awaitRelease(2 * EDITIONS + 3);
      } finally {
        Sql.execute(admin, "ALTER ROLE " + role + " LOGIN");
      }
    }
  }

  private interface Events {
    void happen() throws Exception;
  }

  /**
   * While clients ask all the time: each answer is there, and of one release.
   *
   * @param token header of who may know exact totals; none for everybody
   */
  private void underLoad(Events events, String... token) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    List<Future<Integer>> clients = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      clients.add(executor.submit(() -> askUntil(over, token)));
    }
    executor.shutdown();
    try {
      events.happen();
    } finally {
      over.set(true);
    }
    for (Future<Integer> client : clients) {
      assertThat(client.get()).as("answers").isPositive();
    }
  }

  /** As behind a proxy: now one node, now the other. */
  private int askUntil(AtomicBoolean over, String... token) {
    int asked = 0;
    for (; !over.get(); asked++) {
      Client node = nodes.get(asked % nodes.size());
      if (asked / nodes.size() % 2 == 0) {
        assertOfOneRelease(node.get(BOUNDARIES));
      } else {
        assertTotalsOfOneRelease(node.get(TOTALS, token), token.length > 0);
      }
    }
    return asked;
  }

  private static void assertTotalsOfOneRelease(Answer answer, boolean exact) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode sanMartin =
        answer
            .json()
            .get("totals")
            .valueStream()
            .filter(row -> row.get("region_code").asText().equals("22"))
            .findFirst()
            .orElseThrow();
    if (exact) {
      int release = answer.json().get("release").asInt();
      int count = sanMartin.get("count").asInt();
      assertThat(count).as("plots in release " + release).isEqualTo((release - 1) / 2);
    } else {
      assertThat(sanMartin.get("state").asText()).as("of one plot").isEqualTo("withheld");
    }
  }

  private static void assertOfOneRelease(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    JsonNode json = answer.json();
    int release = json.get("release").asInt();
    double hectares =
        json.get("features")
            .valueStream()
            .filter(feature -> feature.get("id").asText().equals("22"))
            .findFirst()
            .orElseThrow()
            .at("/properties/area_ha")
            .asDouble();
    assertThat(hectares).as("hectares in release " + release).isEqualTo(release / 2);
  }

  @Test
  void withoutTheDatabaseReadsGoOnAndWritesAreRefused() throws Exception {
    publishBoth(1);
    awaitRelease(3);
    underLoad(
        () -> {
          postgis.stop();
          nodes.forEach(this::assertRefusesToWrite);
          awaitReachable(false);
          nodes.forEach(NodesTest::assertSaysSo);
          postgis.resume();
          publishOnceItIsBack(edition(2));
          awaitRelease(4);
          awaitReachable(true);
        });
  }

  private void assertRefusesToWrite(Client node) {
    Answer refused =
        node.send(
            "DELETE", "/api/v1/datasets/staged-1", "Authorization", "Bearer " + secret.reveal());
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.json().get("code").asText()).isEqualTo("store_unavailable");
  }

  private static void assertSaysSo(Client node) {
    JsonNode store = node.get("/api/v1/status").json().get("store");
    assertThat(store.get("failure").asText()).isEqualTo("store_unavailable");
    assertThat(store.get("behind_releases").isNull()).as("nobody knows").isTrue();
    assertThat(store.get("read_at").isNull()).isFalse();
  }

  private void awaitReachable(boolean reachable) throws Exception {
    for (Client node : nodes) {
      await(
          "the status says so",
          () -> node.get("/api/v1/status").json().at("/store/reachable").asBoolean() == reachable);
    }
  }

  /** The pool tries again by itself, at most five seconds apart: until then writes are refused. */
  private void publishOnceItIsBack(Delivery delivery) {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (true) {
      try {
        publisher.publish(delivery);
        return;
      } catch (UnavailableException e) {
        assertThat(Instant.now()).as("the store works again").isBefore(end);
      }
    }
  }

  private void awaitRelease(int release) throws Exception {
    for (Client node : nodes) {
      await(
          "release " + release + " is served",
          () -> node.get("/api/v1/info").json().get("release").asInt() >= release);
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (!condition.call()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(20);
    }
  }
}
