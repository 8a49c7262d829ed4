package org.yunga.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** {@code /help}: help without script. */
class HelpPageTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @ParameterizedTest
  @CsvSource({
    "es, Cómo se hacen los totales, Superficie con arbusto de coca en producción",
    "en, How totals are made, Area under coca bush in production"
  })
  void itTellsHowTotalsAreMadeAndWhatIndicatorsMean(
      String language, String totals, String definition) {
    Answer answer = SERVER.get("/help?lang=" + language);

    assertThat(answer.text())
        .contains("<html lang=\"" + language + "\"", totals, definition)
        .contains("<dt id=\"zei\">ZEI</dt>", "<dt id=\"vraem\">VRAEM</dt>")
        .contains("<dt id=\"coca_area\">", "<li lang=\"es\">Datos de referencia")
        .doesNotContain("null", "<script", "{release}");
    assertThat(answer.header("Content-Language")).contains(language);
  }

  @Test
  void everyLinkIntoThePageHasAPlace() {
    String page = SERVER.get("/help?lang=es").text();

    List<String> links =
        Pattern.compile("href=\"#([^\"]+)\"")
            .matcher(page)
            .results()
            .map(link -> link.group(1))
            .toList();

    assertThat(links).hasSize(8);
    assertThat(links).allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
  }

  @Test
  void itSpeaksTheLanguageOfTheReaderAndRefusesOnesItHasNot() {
    assertThat(SERVER.get("/help", "Accept-Language", "en-GB").text()).contains("lang=\"en\"");
    assertThat(SERVER.get("/help", "Accept-Language", "quy-PE").text()).contains("lang=\"es\"");
    assertThat(SERVER.get("/help?lang=quy").status()).isEqualTo(400);
  }
}
