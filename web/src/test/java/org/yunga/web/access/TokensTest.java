package org.yunga.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.audit.Actor;
import org.yunga.core.store.geopackage.GeoPackageStore;
import org.yunga.web.Answer;
import org.yunga.web.Client;
import org.yunga.web.http.Problems;

class TokensTest {

  @TempDir private Path folder;

  private final TokenSecret secret = TokenSecret.random();
  private Instant now = Instant.now();
  private GeoPackageStore store;
  private Javalin server;
  private Client client;

  /** Two doors: {@code /open} says who came, {@code /closed} lets nobody in without a token. */
  @BeforeEach
  void start() {
    store = GeoPackageStore.open(folder);
    Tokens tokens = new Tokens(store.tokens(), clock(() -> now));
    server =
        Javalin.create(
            config -> {
              config.jetty.modifyHttpConfiguration(Tokens::configure);
              config.routes.get(
                  "/open",
                  context ->
                      context.result(tokens.of(context).map(t -> t.name()).orElse("nobody")));
              config.routes.get(
                  "/closed", context -> context.result(tokens.require(context).name()));
              Problems.install(config.routes);
            });
    server.start("127.0.0.1", 0);
    client = new Client(server.port());
    store.tokens().create("other", TokenSecret.random().sha256(), Optional.empty(), Actor.PROGRAM);
    store
        .tokens()
        .create("oficina", secret.sha256(), Optional.of(now.plusSeconds(60)), Actor.PROGRAM);
  }

  private static Clock clock(InstantSource source) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return source.instant();
      }
    };
  }

  @AfterEach
  void stop() {
    server.stop();
    store.close();
  }

  private Answer get(String path, String authorization) {
    return client.get(path, "Authorization", authorization);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
  void aRightTokenOpens(String scheme) {
    assertThat(get("/closed", scheme + secret.reveal()).text()).isEqualTo("oficina");
    assertThat(get("/open", scheme + secret.reveal()).text()).isEqualTo("oficina");
  }

  @Test
  void withoutOneOnlyWhatIsOpenIsSeen() {
    assertThat(client.get("/open").text()).isEqualTo("nobody");
    Answer closed = client.get("/closed");
    assertThat(closed.status()).isEqualTo(401);
    assertThat(closed.json().get("code").asText()).isEqualTo("token_needed");
    assertThat(closed.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic eDp5", "Bearer", "Bearer a b", "Bearer ñ", "Bearer yunga_x"})
  void aWrongOneIsRefusedEverywhere(String authorization) {
    for (String path : new String[] {"/open", "/closed"}) {
      Answer answer = get(path, authorization);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().get("code").asText()).isEqualTo("wrong_token");
      assertThat(answer.text()).doesNotContain("yunga_x");
    }
  }

  @Test
  void aTokenLikeTheRightOneIsWrong() {
    String right = secret.reveal();
    for (String wrong :
        new String[] {
          right.substring(0, right.length() - 1),
          right + "A",
          right.toUpperCase(java.util.Locale.ROOT),
          secret.sha256()
        }) {
      Answer answer = get("/open", "Bearer " + wrong);
      assertThat(answer.status()).as(wrong + " of " + right + ": " + answer.text()).isEqualTo(401);
    }
  }

  @Test
  void anExpiredOrRevokedOneIsWrong() {
    now = now.plusSeconds(61);
    assertThat(get("/open", "Bearer " + secret.reveal()).status()).isEqualTo(401);
    now = now.minusSeconds(61);
    assertThat(get("/open", "Bearer " + secret.reveal()).status()).isEqualTo(200);
    store.tokens().revoke("oficina", Actor.PROGRAM);
    assertThat(get("/open", "Bearer " + secret.reveal()).status()).isEqualTo(401);
  }

  @Test
  void afterTenWrongOnesTheSenderWaitsButARightOneStillOpens() {
    for (int i = 0; i < FailedAttempts.MOST; i++) {
      assertThat(get("/open", "Bearer wrong").status()).isEqualTo(401);
    }
    now = now.plusSeconds(20);
    Answer eleventh = get("/open", "Bearer wrong");
    assertThat(eleventh.status()).isEqualTo(429);
    assertThat(eleventh.header("Retry-After")).isEqualTo("40");
    assertThat(get("/open", "Bearer " + secret.reveal()).status()).isEqualTo(200);
    assertThat(client.get("/open").status()).isEqualTo(200);

    now = now.plusSeconds(40);
    assertThat(get("/open", "Bearer wrong").status()).isEqualTo(401);
  }

  @Test
  void secretsAreLongDifferentAndNotShown() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      TokenSecret one = TokenSecret.random();
      assertThat(one.reveal()).matches("yunga_[A-Za-z0-9_-]{43}");
      assertThat(one.toString()).doesNotContain(one.reveal().substring(6));
      seen.add(one.reveal());
    }
    assertThat(seen).hasSize(1000);
  }
}
