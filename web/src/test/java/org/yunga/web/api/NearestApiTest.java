package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.yunga.core.plot.Plot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.reference.ReferenceData;
import org.yunga.geodata.sample.SampleData;
import org.yunga.web.Answer;

/** The plots that are nearest to a point. */
class NearestApiTest {

  private static final int COUNT = 3_000;
  private static final long SEED = 5;
  private static final Plot PLOT =
      BruteForce.samplePlots(COUNT, SEED).stream()
          .filter(plot -> plot.kind().equals("coca_field") && plot.year() == 2023)
          .findFirst()
          .orElseThrow();

  @RegisterExtension
  static final PlotServer SERVER =
      new PlotServer(
          store -> {
            SampleData data = new SampleData();
            store.publish(data.words());
            store.publish(data.delivery(COUNT, SEED, data.plots(COUNT, SEED)));
          });

  @RegisterExtension static final PlotServer REAL = new PlotServer(ReferenceData::install);

  @Test
  void theFieldItStandsInComesFirst() {
    Coordinate inside = InteriorPoint.getInteriorPoint(PLOT.geometry());
    Answer answer =
        SERVER.get(
            "/api/v1/nearest?kind=coca_field&year=2023&n=7&lon=" + inside.x + "&lat=" + inside.y);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode plots = answer.json().get("plots");
    assertThat(plots).hasSize(7);
    assertThat(plots.get(0).get("distance_m").asDouble()).isZero();
    assertThat(plots.get(0).get("hectares").asDouble())
        .isCloseTo(EqualAreaFrame.hectares(PLOT.geometry()), within(1e-6));
    List<Double> metres =
        plots.valueStream().map(plot -> plot.get("distance_m").asDouble()).toList();
    assertThat(metres).isSorted();
    assertThat(metres.get(6)).isPositive();
  }

  @Test
  void plotsOfRealPeopleAreNotFound() {
    Answer answer = REAL.get("/api/v1/nearest?lon=-75&lat=-9&kind=coca_field&year=2023");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("code").asText()).isEqualTo("plots_are_not_public");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lat=-9&kind=coca_field&year=2023 | missing_parameter | lon",
        "lon=-75&kind=coca_field&year=2023 | missing_parameter | lat",
        "lon=181&lat=-9&kind=coca_field&year=2023 | invalid_number | lon",
        "lon=x&lat=-9&kind=coca_field&year=2023 | invalid_number | lon",
        "lon=-75&lat=80.1&kind=coca_field&year=2023 | invalid_number | lat",
        "lon=-75&lat=NaN&kind=coca_field&year=2023 | invalid_number | lat",
        "lon=-75&lat=-9&year=2023 | missing_parameter | kind",
        "lon=-75&lat=-9&kind=gold&year=2023 | unknown_kind | kind",
        "lon=-75&lat=-9&kind=coca_field | missing_parameter | year",
        "lon=-75&lat=-9&kind=coca_field&year=3 | unknown_year | year",
        "lon=-75&lat=-9&kind=coca_field&year=2023&n=0 | invalid_number | n",
        "lon=-75&lat=-9&kind=coca_field&year=2023&n=101 | invalid_number | n",
        "lon=-75&lat=-9&kind=coca_field&year=2023&n=2.5 | invalid_number | n",
        "lon=-75&lat=-9&kind=coca_field&year=2023&limit=3 | unknown_parameter | limit"
      })
  void aWrongParameterIsNamed(String query, String code, String parameter) {
    Answer spanish = SERVER.get("/api/v1/nearest?" + query, "Accept-Language", "es");
    Answer english = SERVER.get("/api/v1/nearest?" + query, "Accept-Language", "en");

    assertThat(spanish.status()).as(spanish.text()).isEqualTo(400);
    assertThat(spanish.json().get("code").asText()).isEqualTo(code);
    assertThat(spanish.json().get("parameter").asText()).isEqualTo(parameter);
    assertThat(spanish.json().get("detail").asText())
        .isNotEqualTo(english.json().get("detail").asText());
  }
}
