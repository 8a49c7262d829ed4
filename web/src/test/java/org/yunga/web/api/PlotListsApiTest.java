package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.Answer;

/** Pages of the plots that make up a total, joined, are the total. */
class PlotListsApiTest {

  private static final int COUNT = 3_000;
  private static final long SEED = 5;
  private static final String REGION = "'region':{'region_set':'departments','code':'22'}";

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(COUNT, SEED, data.plots(COUNT, SEED)));
          });

  @RegisterExtension static final PlotServer REAL = new PlotServer(ReferenceData::install);

  private static Answer post(PlotServer server, String body) {
    return server.post(
        "/api/v1/queries/plots", body.replace('\'', '"'), "Content-Type", "application/json");
  }

  private static List<JsonNode> allPages(String question, int limit) {
    List<JsonNode> plots = new ArrayList<>();
    JsonNode next = null;
    do {
      String cursor = next == null ? "" : ",'after':" + next;
      Answer answer = post(SERVER, "{" + question + ",'limit':" + limit + cursor + "}");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.json().get("plots").size()).isBetween(0, limit);
      answer.json().get("plots").forEach(plots::add);
      next = answer.json().get("next");
    } while (!next.isNull());
    return plots;
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 100, 1_000})
  void allPagesJoinedAreTheTotal(int limit) {
    List<JsonNode> plots = allPages(REGION, limit);
    JsonNode totals =
        SERVER.ask("{" + REGION.replace('\'', '"') + "}").json().at("/queries/0/totals");

    Set<String> names = new HashSet<>();
    plots.forEach(plot -> names.add(plot.get("plot").asText()));
    assertThat(names).hasSameSizeAs(plots).hasSizeGreaterThan(20);
    for (JsonNode row : totals) {
      List<JsonNode> of =
          plots.stream()
              .filter(plot -> plot.get("kind").equals(row.get("kind")))
              .filter(plot -> plot.get("year").equals(row.get("year")))
              .toList();
      BigDecimal sum =
          of.stream()
              .map(plot -> new BigDecimal(plot.get("hectares_inside").asText()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum.doubleValue()).isCloseTo(row.get("hectares").asDouble(), within(1e-8));
      assertThat(of.stream().filter(plot -> plot.get("counts").asBoolean()).count())
          .isEqualTo(row.get("count").asLong());
    }
  }

  @Test
  void onlyOfOneKindAndYear() {
    List<JsonNode> all = allPages(REGION, 1_000);
    List<JsonNode> some = allPages(REGION + ",'kind':'coca_field','year':2018", 10);

    assertThat(some)
        .isNotEmpty()
        .isEqualTo(
            all.stream()
                .filter(plot -> plot.get("kind").asText().equals("coca_field"))
                .filter(plot -> plot.get("year").asInt() == 2018)
                .toList());
  }

  @Test
  void plotsOfRealPeopleAreNotListed() {
    Answer answer = post(REAL, "{" + REGION + "}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("code").asText()).isEqualTo("plots_are_not_public");
    assertThat(answer.json().get("detail").asText()).contains("POST /api/v1/queries");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'limit':0 | 400 | invalid_limit",
        "'limit':1001 | 400 | invalid_limit",
        "'limit':1.5 | 400 | invalid_limit",
        "'limit':'5' | 400 | invalid_limit",
        "'kind':'gold' | 400 | unknown_kind",
        "'kind':5 | 400 | unknown_kind",
        "'year':1800 | 400 | unknown_year",
        "'year':'2018' | 400 | unknown_year",
        "'after':'next' | 400 | invalid_cursor",
        "'after':7 | 400 | invalid_cursor",
        "'after':'2:' | 400 | invalid_cursor",
        "'after':'2:x/-1' | 400 | invalid_cursor",
        "'after':'1:plots/7' | 410 | release_has_changed"
      })
  void aWrongQuestionIsRefused(String member, int status, String code) {
    Answer answer = post(SERVER, "{" + REGION + "," + member + "}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
  }

  @Test
  void aListIsOfOneGround() {
    String regions =
        "'regions':[{'region_set':'departments','code':'22'},"
            + "{'region_set':'departments','code':'05'}]";

    assertThat(post(SERVER, "{" + regions + "}").json().get("code").asText())
        .isEqualTo("several_grounds");
    assertThat(post(SERVER, "{" + regions + ",'union':true}").status()).isEqualTo(200);
  }
}
