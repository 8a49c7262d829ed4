package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.access.AccessToken;
import org.yunga.core.access.TokenRegister;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.plot.Plot;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnavailableException;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;
import org.yunga.web.Client;
import org.yunga.web.access.TokenSecret;
import org.yunga.web.access.Tokens;
import org.yunga.web.http.Problems;

/** Real plots one by one: for who carries a token, and for nobody else. */
class PlotAccessTest {

  private static final TokenSecret SECRET = TokenSecret.random();
  private static final String BODY =
      "{\"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
          + " [[[-77, -8], [-76, -8], [-76, -7], [-77, -7], [-77, -8]]]}}";

  @RegisterExtension static final PlotServer SERVER = new PlotServer(PlotAccessTest::fill);

  private static void fill(Store store) {
    store.publish(ReferenceData.load());
    Plot plot =
        new Plot(
            "coca_field",
            2023,
            new GeometryFactory().toGeometry(new Envelope(-76.5, -76.4, -7.5, -7.4)));
    store.publish(
        Delivery.ofPlots(
            Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
            consumer -> consumer.accept(plot)));
    store.tokens().create("oficina", SECRET.sha256(), Optional.empty(), Actor.PROGRAM);
  }

  private static Answer ask(String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return SERVER.post("/api/v1/queries/plots", BODY, all);
  }

  @Test
  void nobodySeesThemWithoutAToken() {
    assertThat(ask().status()).isEqualTo(403);
    assertThat(ask().json().get("code").asText()).isEqualTo("plots_are_not_public");
    assertThat(ask("Authorization", "Bearer wrong").status()).isEqualTo(401);
  }

  @Test
  void aTokenShowsThemAndNobodyKeepsTheAnswer() {
    Answer answer = ask("Authorization", "Bearer " + SECRET.reveal());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().get("plots")).hasSize(1);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aTokenShowsThemOnTheMapToo() {
    String map = "/api/v1/plots?bbox=-77,-8,-76,-7&kind=coca_field&year=2023";
    Answer answer = SERVER.get(map, "Authorization", "Bearer " + SECRET.reveal());
    assertThat(answer.json().get("features")).hasSize(1);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(SERVER.get(map).json().get("withheld").asInt()).isEqualTo(1);
  }

  @Test
  void totalsAreExactWithATokenAndWithheldWithoutOne() {
    assertThat(SERVER.ask(BODY).json().at("/queries/0/totals/0/state").asText())
        .isEqualTo("withheld");
    Answer exact = askFor("/api/v1/queries");
    assertThat(exact.json().at("/queries/0/totals/0/count").asInt()).isEqualTo(1);
    assertThat(exact.json().at("/queries/0/totals/0").has("count_low")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "geojson"})
  void noOneElseGetsWhatWasMadeForAToken(String format) {
    String path = "/api/v1/totals?region-set=departments&kind=coca_field&year=2023&f=" + format;

    String exact = SERVER.get(path, "Authorization", "Bearer " + SECRET.reveal()).text();

    assertThat(SERVER.get(path).text()).contains("withheld").isNotEqualTo(exact);
    assertThat(exact).doesNotContain("withheld");
    assertThat(SERVER.get(path, "Authorization", "Bearer " + SECRET.reveal()).text())
        .isEqualTo(exact);
    assertThat(SERVER.get(path, "Authorization", "Bearer wrong").status()).isEqualTo(401);
  }

  @Test
  void groundRoundPlotsNeedsAToken() {
    String body =
        "{\"plots\":{\"kind\":\"coca_field\",\"year\":2023},\"buffer_m\":9,\"within\":"
            + BODY
            + "}";

    assertThat(SERVER.ask(body).status()).isEqualTo(403);
    assertThat(SERVER.ask(body).json().get("code").asText()).isEqualTo("plots_are_not_public");
    assertThat(askFor("/api/v1/queries", body).json().at("/queries/0/plots/count").asInt())
        .isEqualTo(1);
  }

  /** What is in memory is told while the database is away, to who carries a token too. */
  @Test
  void aTokenThatCannotBeLookedUpIsInTheWayOnlyWhereTheAnswerDependsOnIt() {
    PlotAccess access = new PlotAccess(new Tokens(new RegisterAway(), Clock.systemUTC()));
    Javalin server =
        Javalin.create(
            config -> {
              config.routes.get(
                  "/{dataset}",
                  context ->
                      context.result(
                          "" + access.allowed(context, release(context.pathParam("dataset")))));
              Problems.install(config.routes);
            });
    server.start("127.0.0.1", 0);
    try {
      Client client = new Client(server.port());
      String[] token = {"Authorization", "Bearer " + SECRET.reveal()};
      assertThat(client.get("/synthetic", token).text()).isEqualTo("true");
      assertThat(client.get("/real", token).status()).isEqualTo(503);
      assertThat(client.get("/real").text()).isEqualTo("false");
    } finally {
      server.stop();
    }
  }

  private static Release release(String key) {
    Dataset dataset = Dataset.of(key + "/plots", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32));
    return new Release(1, Instant.EPOCH, List.of(dataset));
  }

  private static final class RegisterAway implements TokenRegister {

    @Override
    public List<AccessToken> all() {
      throw new UnavailableException("store_unavailable", new Bilingual("no", "no"), null);
    }

    @Override
    public AccessToken create(String name, String sha256, Optional<Instant> expires, Actor by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public AccessToken revoke(String name, Actor by) {
      throw new UnsupportedOperationException();
    }
  }

  private static Answer askFor(String path) {
    return askFor(path, BODY);
  }

  private static Answer askFor(String path, String body) {
    return SERVER.post(
        path,
        body,
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer " + SECRET.reveal());
  }
}
