package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.snapshot.MemoryBudget;
import org.yunga.core.store.Store;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;
import org.yunga.web.Client;
import org.yunga.web.PrivatePostgis;
import org.yunga.web.access.TokenSecret;
import org.yunga.web.server.Server;

/** Real plots that memory does not hold: the same answers by SQL, to the same people. */
class SqlAnswersApiTest {

  private static final TokenSecret SECRET = TokenSecret.random();
  private static final String[] TOKEN = {"Authorization", "Bearer " + SECRET.reveal()};
  private static final String TOTALS = "/api/v1/totals?region-set=departments&kind=coca_field";
  private static final String REGION =
      "{\"region\": {\"region_set\": \"departments\", \"code\": \"22\"}}";
  private static final String POLYGON =
      "{\"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
          + " [[[-77, -8], [-76, -8.2], [-75.9, -7], [-77, -7.1], [-77, -8]]]}}";

  @TempDir private static java.nio.file.Path folder;

  private static PrivatePostgis postgis;
  private static Store store;
  private static final List<Server> SERVERS = new ArrayList<>();
  private static Client sql;
  private static Client tree;

  @BeforeAll
  static void start() throws Exception {
    postgis = PrivatePostgis.database();
    store = postgis.open();
    store.publish(ReferenceData.load());
    store.publish(
        Delivery.ofPlots(
            Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
            consumer -> plots().forEach(consumer)));
    store.tokens().create("oficina", SECRET.sha256(), Optional.empty(), Actor.PROGRAM);
    sql = serve("sql", new MemoryBudget(1));
    tree = serve("tree", new MemoryBudget(1 << 20));
  }

  private static Client serve(String name, MemoryBudget budget) {
    Server server = Server.start(store, folder.resolve(name), "127.0.0.1", 0, budget);
    SERVERS.add(server);
    return new Client(server.port());
  }

  @AfterAll
  static void stop() throws Exception {
    SERVERS.forEach(Server::close);
    if (store != null) {
      store.close();
    }
    if (postgis != null) {
      postgis.close();
    }
  }

  private static List<Plot> plots() {
    Random random = new Random(1);
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double x = -77.5 + 3 * random.nextDouble();
      double y = -9 + 3 * random.nextDouble();
      Envelope box = new Envelope(x, x + 0.05 * random.nextDouble(), y, y + 0.05);
      plots.add(new Plot("coca_field", 2020 + i % 3, new GeometryFactory().toGeometry(box)));
    }
    return plots;
  }

  @Test
  void theStatusSaysWhoAnswers() {
    JsonNode bySql = sql.get("/api/v1/status").json();
    assertThat(bySql.at("/plots/answered_by").asText()).isEqualTo("sql");
    assertThat(bySql.at("/plots/budget_bytes").asLong()).isEqualTo(1);
    assertThat(bySql.at("/plots/count").asLong()).isEqualTo(500);
    assertThat(bySql.at("/plots/bytes_per_plot").asLong()).isBetween(100L, 200L);
    assertThat(bySql.at("/store/kind").asText()).isEqualTo("postgis");
    assertThat(bySql.at("/store/reachable").asBoolean()).isTrue();
    assertThat(bySql.at("/store/replica").isNull()).isTrue();
    assertThat(bySql.toString()).as("no address").doesNotContain("127.0.0.1");
    assertThat(tree.get("/api/v1/status").json().at("/plots/answered_by").asText())
        .isEqualTo("tree");
    assertThat(sql.get("/api/v1/info").json().at("/plots"))
        .isEqualTo(tree.get("/api/v1/info").json().at("/plots"));
  }

  @Test
  void totalsByRegionAreTheSame() {
    JsonNode ours = sql.get(TOTALS, TOKEN).json();
    JsonNode theirs = tree.get(TOTALS, TOKEN).json();
    assertThat(ours.get("totals")).hasSize(75);
    assertSame(ours.get("totals"), theirs.get("totals"));
    assertSame(ours.get("outside"), theirs.get("outside"));
  }

  @ParameterizedTest
  @ValueSource(strings = {REGION, POLYGON})
  void totalsWithinAreTheSame(String body) {
    JsonNode ours = ask(sql, body, TOKEN).json();
    JsonNode theirs = ask(tree, body, TOKEN).json();
    assertThat(ours.at("/queries/0/totals")).isNotEmpty();
    assertSame(ours.at("/queries/0/totals"), theirs.at("/queries/0/totals"));
  }

  private static Answer ask(Client client, String body, String... headers) {
    return client.post("/api/v1/queries", body, headers);
  }

  /** Rows may differ in the last digit of hectares only. */
  private static void assertSame(JsonNode ours, JsonNode theirs) {
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      double hectares = theirs.get(i).get("hectares").asDouble();
      assertThat(ours.get(i).get("count")).isEqualTo(theirs.get(i).get("count"));
      assertThat(ours.get(i).get("state")).isEqualTo(theirs.get(i).get("state"));
      assertThat(ours.get(i).get("hectares").asDouble())
          .isCloseTo(hectares, within(1e-6 + 1e-9 * hectares));
    }
  }

  /** Who may not know exact totals is told nothing: what may be told rests on plots in memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        TOTALS,
        TOTALS + "&f=csv",
        "/api/v1/plots?bbox=-77,-8,-76,-7&kind=coca_field&year=2020"
      })
  void withoutATokenNothingIsTold(String path) {
    Answer refused = sql.get(path);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("code").asText()).isEqualTo("plots_not_in_memory");
    assertThat(ask(sql, POLYGON).json().get("code").asText()).isEqualTo("plots_not_in_memory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/plots?bbox=-77,-8,-76,-7&kind=coca_field&year=2020",
        "/api/v1/nearest?lon=-76.5&lat=-7.5&kind=coca_field&year=2020"
      })
  void whatNeedsPlotsInMemoryIsRefusedClearly(String path) {
    Answer refused = sql.get(path, TOKEN);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("code").asText()).isEqualTo("plots_not_in_memory");
    assertThat(refused.json().get("detail").asText()).contains("--memory-budget");
    assertThat(tree.get(path, TOKEN).status()).isEqualTo(200);
  }
}
