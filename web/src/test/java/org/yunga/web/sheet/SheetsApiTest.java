package org.yunga.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

class SheetsApiTest {

  private static final String SHEETS = "/api/v1/sheets?";
  private static final String COCA =
      "indicator=coca_area&region-set=departments&period=2024&series=DEVIDA-OPD";

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static String text(Answer answer) throws IOException {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void saysWhatTheFiguresSay() throws IOException {
    String text = text(SERVER.get(SHEETS + COCA));

    var figures = SERVER.get("/api/v1/figures?" + COCA).json();
    figures
        .get("figures")
        .forEach(
            figure -> {
              if (figure.get("state").asText().equals("value")) {
                assertThat(text)
                    .containsPattern(
                        figure.get("region_name").asText()
                            + " "
                            + "%,.0f".formatted(figure.get("value").asDouble()));
              }
            });
    assertThat(text)
        .contains(
            "Superficie de coca por departamento en 2024, según DEVIDA-OPD",
            "Quiebre 2017/2018",
            "Natural Earth",
            "entrega " + figures.get("release").asText(),
            "/?indicator=coca_area&region-set=departments&measure=actual&period=2024"
                + "&series=DEVIDA-OPD&lang=es");
  }

  @Test
  void ofANamedReleaseLinksToThatRelease() throws IOException {
    assertThat(text(SERVER.get(SHEETS + COCA + "&release=1"))).contains("&lang=es&release=1");
    assertThat(text(SERVER.get(SHEETS + COCA))).doesNotContain("&release=");
  }

  @Test
  void isAboutARegion() throws IOException {
    String text = text(SERVER.get(SHEETS + COCA + "&region=22&lang=en&paper=a3"));

    assertThat(text).contains("San Martín: Area of coca by department in 2024", "&region=22");
    assertThat(text).as("what is out of sight has no label on the map").containsOnlyOnce("Puno");
  }

  @Test
  void regionsWithoutBoundariesArePoints() throws IOException {
    String text = text(SERVER.get(SHEETS + "indicator=coca_area&region-set=production-zones"));

    assertThat(text).contains("VRAEM", "no están publicados: los puntos solo las ubican");
  }

  /** Each region set with each way to be shown: nothing that there is cannot be printed. */
  @Test
  void everythingCanBePrinted() throws IOException {
    Set<String> tried = new HashSet<>();
    for (var indicator : SERVER.get("/api/v1/indicators").json().get("indicators")) {
      for (var available : indicator.get("availability")) {
        String set = available.get("region_set").asText();
        String measure = available.get("measure").asText();
        String series = available.get("series").asText();
        boolean spaces = series.contains(" ");
        if (tried.add(set + measure + spaces + indicator.get("display").asText())) {
          String query =
              "indicator=%s&region-set=%s&measure=%s&series=%s"
                  .formatted(
                      indicator.get("id").asText(),
                      set,
                      measure,
                      URLEncoder.encode(series, StandardCharsets.UTF_8));
          assertThat(text(SERVER.get(SHEETS + query))).as(query).contains("Yunga, entrega");
        }
      }
    }
    assertThat(tried).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({"a4,portrait,1654,2339", "a4,landscape,2339,1654", "a3,portrait,2339,3307"})
  void paperHasItsSize(String paper, String orientation, int width, int height) {
    Answer answer =
        SERVER.get(SHEETS + COCA + "&f=png&paper=" + paper + "&orientation=" + orientation);

    BufferedImage image = Picture.read(answer.body());
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    assertThat(answer.header("Content-Type")).isEqualTo("image/png");
  }

  /** The order of parameters makes it another question to the server, which draws it again. */
  @Test
  void theSameViewGivesTheSameBytes() {
    assertThat(SERVER.get(SHEETS + COCA + "&f=pdf").body())
        .isEqualTo(SERVER.get(SHEETS + "f=pdf&" + COCA).body());
  }

  @Test
  void namesWithSpacesMakeALinkThatCanBeFollowed() throws IOException {
    String text =
        text(
            SERVER.get(
                SHEETS
                    + "indicator=opd_budget_component_usd&region-set=country"
                    + "&series=CICAD-MEM/Goods+and+services"));

    assertThat(text.replaceAll("\\s", "")).contains("series=CICAD-MEM/Goods+and+services");
  }

  /** What one reader's proxy calls this server must not stand on another reader's sheet. */
  @Test
  void theLinkIsTheReadersOwn() throws IOException {
    assertThat(text(SERVER.get(SHEETS + COCA))).contains("http://127.0.0.1:");
  }

  @ParameterizedTest
  @CsvSource({
    "paper=a5,invalid_parameter",
    "orientation=up,invalid_parameter",
    "lang=fr,invalid_parameter",
    "f=svg,unknown_format",
    "region=99,unknown_region",
    "colour=red,unknown_parameter"
  })
  void refusesWhatItCannotDraw(String parameter, String code) {
    Answer answer = SERVER.get(SHEETS + COCA + "&" + parameter);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indicator=coca_area&region-set=departments&period=1950",
        "indicator=coca_area&region-set=departments&series=NASA",
        "indicator=coca_area&region-set=nowhere",
        "indicator=nothing&region-set=departments",
        "region-set=departments"
      })
  void saysWhatThereIsInstead(String query) {
    Answer answer = SERVER.get(SHEETS + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("allowed")).isNotEmpty();
  }
}
