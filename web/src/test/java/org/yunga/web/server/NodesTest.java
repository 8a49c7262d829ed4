package org.yunga.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.store.Store;
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
  private static final int EDITIONS = 5;

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
      Store store = postgis.open();
      Server server = Server.start(store, folder.resolve("files" + i), "127.0.0.1", 0);
      running.add(server);
      running.add(store);
      nodes.add(new Client(server.port()));
    }
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

  /** In release n + 1 San Martín has n hectares. */
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

  @Test
  void noAnswerIsOfTwoReleases() throws Exception {
    underLoad(
        () -> {
          for (int number = 1; number <= EDITIONS; number++) {
            publisher.publish(edition(number));
            awaitRelease(number + 1);
          }
        });
  }

  private interface Events {
    void happen() throws Exception;
  }

  /** While clients ask all the time: each answer is there, and of one release. */
  private void underLoad(Events events) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    List<Future<Integer>> clients = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      clients.add(executor.submit(() -> askUntil(over)));
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
  private int askUntil(AtomicBoolean over) {
    int asked = 0;
    for (; !over.get(); asked++) {
      assertOfOneRelease(nodes.get(asked % 2).get(BOUNDARIES));
    }
    return asked;
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
    if (release > 1) {
      assertThat(hectares).as("hectares in release " + release).isEqualTo(release - 1);
    }
  }

  @Test
  void withoutTheDatabaseReadsGoOnAndWritesAreRefused() throws Exception {
    publisher.publish(edition(1));
    awaitRelease(2);
    underLoad(
        () -> {
          postgis.stop();
          nodes.forEach(this::assertRefusesToWrite);
          awaitReachable(false);
          postgis.resume();
          publishOnceItIsBack(edition(2));
          awaitRelease(3);
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

  private void awaitReachable(boolean reachable) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    for (Client node : nodes) {
      while (node.get("/api/v1/status").json().at("/store/reachable").asBoolean() != reachable) {
        assertThat(Instant.now()).as("the status says so").isBefore(end);
        Thread.sleep(20);
      }
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

  private void awaitRelease(int release) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    for (Client node : nodes) {
      while (node.get("/api/v1/info").json().get("release").asInt() < release) {
        assertThat(Instant.now()).as("release " + release + " is served").isBefore(end);
        Thread.sleep(20);
      }
    }
  }
}
