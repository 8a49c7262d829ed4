package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.plot.Plot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.space.GeodesicBuffer;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.Answer;
import org.yunga.web.access.TokenSecret;

/** Totals of what lies within a distance of plots. */
class AroundPlotsApiTest {

  private static final int COUNT = 3_000;
  private static final long SEED = 5;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final List<Plot> PLOTS = BruteForce.samplePlots(COUNT, SEED);
  private static final String BOX = "[[[-78,-12],[-74,-12],[-74,-6],[-78,-6],[-78,-12]]]";
  private static final String WITHIN =
      "'within':{'geometry':{'type':'Polygon','coordinates':" + BOX + "}}";
  private static final String FIELDS = "'plots':{'kind':'coca_field','year':2023}";

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(COUNT, SEED, data.plots(COUNT, SEED)));
          });

  private static final TokenSecret SECRET = TokenSecret.random();

  /** Three coca fields, two titled parcels and 2,001 reforested lots. */
  @RegisterExtension
  static final PlotServer REAL =
      new PlotServer(
          store -> {
            ReferenceData.install(store);
            List<Plot> plots = new ArrayList<>();
            for (int i = 0; i < 2_006; i++) {
              double west = -76.5 + 0.0008 * i;
              Envelope box = new Envelope(west, west + 0.0007, -6.5, -6.4993);
              String kind = i < 3 ? "coca_field" : i < 5 ? "titled_parcel" : "reforested";
              plots.add(new Plot(kind, 2023, FACTORY.toGeometry(box)));
            }
            store.publish(
                Delivery.ofPlots(
                    Dataset.of("plots/test", "Prueba", "Prueba", "CC0", "p", "ef".repeat(32)),
                    plots::forEach));
            store.tokens().create("oficina", SECRET.sha256(), Optional.empty(), Actor.PROGRAM);
          });

  private static Answer askWithToken(String body, String language) {
    return REAL.post(
        "/api/v1/queries",
        body,
        "Content-Type",
        "application/json",
        "Accept-Language",
        language,
        "Authorization",
        "Bearer " + SECRET.reveal());
  }

  private static Answer ask(PlotServer server, String members) {
    return server.ask(("{" + members + "}").replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 800, 30_000})
  void totalsAreThoseOfTheBuffersUnited(double metres) {
    Geometry box = FACTORY.toGeometry(new Envelope(-78, -74, -12, -6));
    List<Geometry> buffers =
        PLOTS.stream()
            .filter(plot -> plot.kind().equals("coca_field") && plot.year() == 2023)
            .map(Plot::geometry)
            .filter(plot -> box.contains(FACTORY.createPoint(InteriorPoint.getInteriorPoint(plot))))
            .map(plot -> EqualAreaFrame.project(GeodesicBuffer.of(plot, metres)))
            .toList();
    Geometry ground =
        EqualAreaFrame.unproject(OverlayNGRobust.union(FACTORY.buildGeometry(buffers)));

    Answer answer = ask(SERVER, FIELDS + "," + WITHIN + ",'echo':true,'buffer_m':" + metres);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode query = answer.json().at("/queries/0");
    assertThat(query.at("/plots/count").asInt()).isEqualTo(buffers.size()).isGreaterThan(5);
    assertThat(query.at("/plots/kind").asText()).isEqualTo("coca_field");
    assertThat(query.get("buffer_m").asDouble()).isEqualTo(metres);
    double area = EqualAreaFrame.hectares(ground);
    assertThat(query.get("area_ha").asDouble()).isCloseTo(area, within(1e-6 * area));
    assertThat(query.at("/geometry/type").asText()).endsWith("Polygon");
    long titled =
        PLOTS.stream()
            .filter(plot -> plot.kind().equals("titled_parcel") && plot.year() == 2020)
            .filter(
                plot ->
                    ground.contains(
                        FACTORY.createPoint(InteriorPoint.getInteriorPoint(plot.geometry()))))
            .count();
    for (JsonNode row : query.get("totals")) {
      if (row.get("kind").asText().equals("titled_parcel") && row.get("year").asInt() == 2020) {
        assertThat(row.get("count").asLong()).isEqualTo(titled);
      }
    }
  }

  @Test
  void plotsOfARegion() {
    Answer answer =
        ask(
            SERVER,
            FIELDS
                + ",'buffer_m':500,'within':{'region':{'region_set':'departments','code':'22'}}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().at("/queries/0/region/code").asText()).isEqualTo("22");
    assertThat(answer.json().at("/queries/0").has("geometry")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'plots':{'kind':'reforested','year':2023},WITHIN,'buffer_m':9 | too_many_plots | /within",
        "FIELDS,'buffer_m':9,'within':{'geometry':{'type':'Polygon','coordinates':[[[1,1],[2,1],[2,2],[1,1]]]}} | no_plots | /within",
        "FIELDS,WITHIN | missing_buffer | /buffer_m",
        "FIELDS,WITHIN,'buffer_m':0 | invalid_buffer | /buffer_m",
        "FIELDS,'buffer_m':9 | invalid_within | /within",
        "FIELDS,'buffer_m':9,'within':null | invalid_within | /within",
        "FIELDS,'buffer_m':9,'within':{} | invalid_within | /within",
        "FIELDS,'buffer_m':9,'within':{'region':{},'geometry':{}} | invalid_within | /within",
        "FIELDS,'buffer_m':9,'within':{'region':{'region_set':'departments','code':'99'}} | unknown_region | /within/region/code",
        "FIELDS,'buffer_m':9,'within':{'geometry':{'type':'Point','coordinates':[1,1]}} | not_a_polygon | /within/geometry",
        "'plots':{'kind':'gold','year':2023},WITHIN,'buffer_m':9 | unknown_kind | /plots/kind",
        "'plots':{'year':2023},WITHIN,'buffer_m':9 | unknown_kind | /plots/kind",
        "'plots':5,WITHIN,'buffer_m':9 | unknown_kind | /plots/kind",
        "'plots':{'kind':'coca_field'},WITHIN,'buffer_m':9 | unknown_year | /plots/year",
        "'plots':{'kind':'coca_field','year':'2023'},WITHIN,'buffer_m':9 | unknown_year | /plots/year",
        "'region':{'region_set':'departments','code':'22'},WITHIN | within_without_plots | /within",
        "'geometry':{'type':'Point','coordinates':[-75,79.9]},'buffer_m':90000 | buffer_near_pole | /buffer_m",
        "'geometry':{'type':'Point','coordinates':[179.9,0]},'buffer_m':90000 | buffer_crosses_antimeridian | /buffer_m"
      })
  void aWrongMemberIsNamed(String members, String code, String parameter) {
    String body =
        "{" + members.replace("FIELDS", FIELDS).replace("WITHIN", WITHIN).replace('\'', '"') + "}";
    Answer spanish = askWithToken(body, "es");
    Answer english = askWithToken(body, "en");

    assertThat(spanish.status()).as(spanish.text()).isEqualTo(400);
    assertThat(spanish.json().get("code").asText()).isEqualTo(code);
    assertThat(spanish.json().get("parameter").asText()).isEqualTo(parameter);
    assertThat(spanish.json().get("detail").asText())
        .isNotEqualTo(english.json().get("detail").asText());
  }

  @Test
  void plotsBesideAGeometryAreRefused() {
    Answer answer =
        ask(
            SERVER,
            FIELDS
                + ","
                + WITHIN
                + ",'buffer_m':9,'geometry':{'type':'Polygon','coordinates':"
                + BOX
                + "}");

    assertThat(answer.json().get("code").asText()).isEqualTo("ambiguous_query");
  }
}
