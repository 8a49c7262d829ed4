package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.audit.Actor;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.ValueState;
import org.yunga.core.plot.Plot;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.store.Store;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.web.Answer;

/**
 * Release 1 the reference data, 2 with another coca figure, 3 with a boundary, 4 with plots, 5 as
 * 2.
 */
class ReleasesApiTest {

  private static final String FIGURES =
      "/api/v1/figures?indicator=coca_area&region-set=departments&period=2030&series=DEVIDA-OPD";

  @RegisterExtension static final PlotServer SERVER = new PlotServer(ReleasesApiTest::fill);

  private static void fill(Store store) {
    Actor ana = new Actor("Ana Quispe");
    Delivery reference = ReferenceData.load();
    store.publish(reference);
    store.publishAll(List.of(figures()), ana);
    store.publishAll(List.of(boundary()), ana);
    Plot plot =
        new Plot(
            "coca_field",
            2023,
            new GeometryFactory().toGeometry(new Envelope(-76.5, -76.4, -7.5, -7.4)));
    store.publishAll(
        List.of(
            Delivery.ofPlots(
                Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
                consumer -> consumer.accept(plot))),
        ana);
    store.rollBack(2, new Actor("luis"));
  }

  private static Delivery figures() {
    Dataset dataset =
        Dataset.of("figures/test", "Campaña", "Oficina", "CC0", "f.xlsx", "cd".repeat(32));
    Figure.Key key =
        new Figure.Key(
            new RegionRef("departments", "22"),
            "coca_area",
            org.yunga.core.figure.Measure.ACTUAL,
            org.yunga.core.period.Period.ofYear(2030),
            "DEVIDA-OPD");
    Figure figure =
        new Figure(
            key,
            ValueState.VALUE,
            java.util.OptionalDouble.of(321.5),
            Method.MEASURED,
            org.yunga.core.figure.Status.FINAL,
            new Source("Informe de prueba", "p. 1"),
            Optional.empty(),
            dataset.id());
    return new Delivery(dataset, Catalogue.empty(), List.of(), List.of(figure))
        .accepting(List.of(new AcceptedProblem("future_date", 1)));
  }

  private static Delivery boundary() {
    Region square =
        new Region(
            new RegionRef("departments", "22"),
            "San Martín",
            Optional.empty(),
            Optional.empty(),
            new Place.Boundary(
                new GeometryFactory().toGeometry(new Envelope(-77, -76, -8, -7)), 123.5),
            List.of());
    return Delivery.ofRegions(
        Dataset.of(
            "boundaries/departments", "Límites", "Oficina", "CC0", "l.json", "ab".repeat(32)),
        List.of(square));
  }

  @Test
  void everyReleaseSaysHowItWasMade() {
    JsonNode releases = SERVER.get("/api/v1/releases").json().get("releases");

    assertThat(releases)
        .extracting(
            r -> r.get("id").asText() + " " + r.get("by").asText() + " " + r.get("act").asText())
        .containsExactly(
            "5 luis rolled_back",
            "4 Ana Quispe published",
            "3 Ana Quispe published",
            "2 Ana Quispe published",
            "1 yunga published");
    assertThat(releases.get(0).get("subject").asText()).isEqualTo("2");
    JsonNode second = SERVER.get("/api/v1/releases/2").json();
    assertThat(second.get("datasets")).hasSize(2);
    assertThat(second.at("/datasets/1/counts/figures").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"releases, 5", "audit, 5"})
  void allPagesJoinedAreTheWhole(String what, int count) {
    List<String> joined = new ArrayList<>();
    String next = "/api/v1/" + what + "?limit=2&f=json";
    for (int pages = 0; next != null; pages++) {
      assertThat(pages).isLessThan(10);
      Answer page = SERVER.get(next);
      page.json().get(what).forEach(row -> joined.add(row.toString()));
      next = page.json().get("next").isNull() ? null : page.json().get("next").asText();
      assertThat(page.header("Link"))
          .isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
    }
    List<String> whole = new ArrayList<>();
    SERVER.get("/api/v1/" + what).json().get(what).forEach(row -> whole.add(row.toString()));
    assertThat(joined).isEqualTo(whole).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "before=0", "before=-1", "page=2"})
  void aPageThatCannotBeIsRefused(String parameter) {
    assertThat(SERVER.get("/api/v1/audit?" + parameter).status()).isEqualTo(400);
    assertThat(SERVER.get("/api/v1/releases?" + parameter).status()).isEqualTo(400);
  }

  @Test
  void olderReleasesAnswerAsTheyDidThen() {
    assertThat(value("")).isEqualTo(321.5);
    assertThat(value("&release=5")).isEqualTo(321.5);
    assertThat(value("&release=2")).isEqualTo(321.5);
    assertThat(SERVER.get(FIGURES + "&release=1").status())
        .as("no period 2030 in release 1")
        .isEqualTo(400);
    String regions = "/api/v1/region-sets/departments?detail=full";
    assertThat(area(regions + "&release=3")).isEqualTo(123.5);
    assertThat(area(regions)).isNotEqualTo(123.5).isEqualTo(area(regions + "&release=1"));
  }

  private static double value(String release) {
    JsonNode answer = SERVER.get(FIGURES + release).json();
    return answer
        .at("/figures")
        .valueStream()
        .filter(figure -> figure.get("region_code").asText().equals("22"))
        .findFirst()
        .orElseThrow()
        .get("value")
        .asDouble();
  }

  private static double area(String path) {
    return SERVER
        .get(path)
        .json()
        .get("features")
        .valueStream()
        .filter(feature -> feature.get("id").asText().equals("22"))
        .findFirst()
        .orElseThrow()
        .at("/properties/area_ha")
        .asDouble();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/indicators?release=1",
        "/api/v1/region-sets?release=3",
        "/api/v1/region-sets/departments?release=3",
        "/api/v1/figures?indicator=coca_area&region-set=departments&period=2024&release=1",
        "/api/v1/figures?indicator=coca_area&region-set=departments&period=2024&f=csv&release=4",
        "/api/v1/regions/departments/22?release=4",
        "/api/v1/releases/1",
        "/api/v1/releases/1/diff?to=2"
      })
  void whatNamesItsReleaseMayBeKeptForEver(String path) {
    Answer answer = SERVER.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("immutable");
    assertThat(SERVER.get(path).text()).isEqualTo(answer.text());
    String asked = path.replaceAll(".*release=", "");
    if (path.contains("release=") && !path.contains("csv")) {
      assertThat(answer.json().get("release").asText()).isEqualTo(asked);
    }
  }

  @Test
  void whatDoesNotNameItIsAskedForAgain() {
    assertThat(SERVER.get("/api/v1/region-sets").header("Cache-Control")).contains("max-age=0");
    assertThat(SERVER.get("/api/v1/releases/1/diff").header("Cache-Control")).contains("max-age=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "6", "-1", "x", "1.0", "01", "99999999999999999999"})
  void aReleaseThatIsNotThereIsNotFound(String id) {
    for (String path :
        List.of(
            "/api/v1/region-sets?release=" + id,
            "/api/v1/releases/" + id,
            "/api/v1/releases/" + id + "/diff",
            "/api/v1/releases/1/diff?to=" + id)) {
      Answer answer = SERVER.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.json().get("code").asText()).isEqualTo("unknown_release");
      assertThat(answer.json().get("allowed")).hasSize(5);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void plotsOfAnOldReleaseAreThoseOfThen() {
    String totals = "/api/v1/totals?region-set=departments&kind=coca_field&release=";
    assertThat(SERVER.get(totals + "4").json().get("totals").toString()).contains("withheld");
    assertThat(SERVER.get(totals + "2").json().get("totals")).isEmpty();
    String region = "{\"region\": {\"region_set\": \"departments\", \"code\": \"22\"}}";
    for (String release : List.of("3", "4")) {
      Answer answer =
          SERVER.post(
              "/api/v1/queries?release=" + release, region, "Content-Type", "application/json");
      assertThat(answer.json().get("release").asText()).isEqualTo(release);
      assertThat(answer.json().at("/queries/0/totals")).hasSize(release.equals("4") ? 1 : 0);
    }
  }

  @Test
  void theDifferenceOfTwoReleases() {
    JsonNode diff = SERVER.get("/api/v1/releases/1/diff?to=3").json();

    assertThat(diff.get("figures")).hasSize(1);
    JsonNode figure = diff.at("/figures/0");
    assertThat(figure.get("fate").asText()).isEqualTo("added");
    assertThat(figure.get("value_before").isNull()).isTrue();
    assertThat(figure.get("value_after").asDouble()).isEqualTo(321.5);
    assertThat(diff.at("/sums/0/difference").asDouble()).isEqualTo(321.5);
    assertThat(diff.at("/regions/0/fate").asText()).isEqualTo("outline_changed");
    assertThat(diff.at("/regions/0/area_ha_after").asDouble()).isEqualTo(123.5);
    assertThat(diff.get("datasets"))
        .extracting(d -> d.get("fate").asText())
        .containsExactly("added", "added");

    List<NamedCsvRecord> csv = SERVER.get("/api/v1/releases/1/diff?to=3&f=csv").csv();
    assertThat(csv).hasSize(1);
    assertThat(csv.get(0).getField("value_after")).isEqualTo("321.5");
    assertThat(SERVER.get("/api/v1/releases/1/diff?to=3&f=csv&part=regions").csv()).hasSize(1);
    assertThat(
            SERVER.get("/api/v1/releases/1/diff?to=3&indicator=land_titles").json().get("figures"))
        .isEmpty();
    assertThat(SERVER.get("/api/v1/releases/1/diff?indicator=cocoa").status()).isEqualTo(400);
    assertThat(SERVER.get("/api/v1/releases/1/diff?part=all").status()).isEqualTo(400);
  }

  @Test
  void aDatasetSaysWhatItIs() {
    JsonNode all = SERVER.get("/api/v1/datasets").json().get("datasets");
    assertThat(all)
        .extracting(d -> d.get("key").asText() + " " + d.get("state").asText())
        .containsExactly(
            "reference published",
            "figures/test published",
            "boundaries/departments retired",
            "plots/test retired");
    JsonNode one = SERVER.get(all.get(1).get("href").asText()).json();
    assertThat(one).isEqualTo(all.get(1));
    assertThat(one.get("by").asText()).isEqualTo("Ana Quispe");
    assertThat(one.get("file_name").asText()).isEqualTo("f.xlsx");
    assertThat(one.at("/problems/0/code").asText()).isEqualTo("future_date");
    assertThat(SERVER.get("/api/v1/datasets?f=csv").csv().get(1).getField("problems"))
        .isEqualTo("future_date:1");
    Answer none = SERVER.get("/api/v1/datasets/figures/none");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.json().get("code").asText()).isEqualTo("unknown_dataset");
  }

  @Test
  void theAuditIsAChain() {
    JsonNode audit = SERVER.get("/api/v1/audit").json().get("audit");
    for (int i = 0; i + 1 < audit.size(); i++) {
      assertThat(audit.get(i).get("previous_sha256")).isEqualTo(audit.get(i + 1).get("sha256"));
    }
    assertThat(SERVER.get("/api/v1/audit?f=csv").csv()).hasSize(5);
  }
}
