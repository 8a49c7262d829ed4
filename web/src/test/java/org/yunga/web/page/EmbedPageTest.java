package org.yunga.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** {@code /embed}: what stands in a frame on somebody else's page. */
class EmbedPageTest {

  private static final int MOST_BYTES = 60_000;

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Test
  void showsMapLegendListAndSourceWithoutScript() {
    Answer answer = SERVER.get("/embed?indicator=coca_area&period=2023&lang=en");

    assertThat(answer.text())
        .contains(
            "<html lang=\"en\"",
            "Area of coca by department in 2023, according to DEVIDA-OPD",
            "<svg class=\"first-map\"",
            "Not monitored",
            "id=\"fill-not-monitored\"",
            "<th scope=\"row\">Cusco</th>",
            "Yunga, release")
        .doesNotContain("<script", "<!--", "{");
  }

  @Test
  void leadsToTheSameView() {
    assertThat(SERVER.get("/embed?indicator=coca_area&period=2017&series=UNODC").text())
        .contains(
            "href=\"/?indicator=coca_area&amp;region-set=departments&amp;measure=actual"
                + "&amp;period=2017&amp;series=UNODC&amp;lang=es\"");
  }

  @Test
  void regionsWithoutBoundariesAreAnOpenList() {
    assertThat(SERVER.get("/embed?indicator=coca_area&region-set=production-zones").text())
        .contains("<details class=\"list\" open>", "VRAEM")
        .doesNotContain("<svg class=\"first-map\"");
  }

  @Test
  void maybeFramedByAnybodyAndKeepsNothing() {
    Answer answer = SERVER.get("/embed");

    assertThat(answer.header("Content-Security-Policy"))
        .contains("frame-ancestors *", "default-src 'none'");
    assertThat(answer.header("Set-Cookie")).isNull();
  }

  @Test
  void isSmall() {
    Answer page = SERVER.get("/embed", "Accept-Encoding", "gzip");
    Matcher style =
        Pattern.compile("href=\"(/v/[^\"]+embed.css)\"").matcher(SERVER.get("/embed").text());

    assertThat(style.find()).isTrue();
    int bytes =
        page.body().length + SERVER.get(style.group(1), "Accept-Encoding", "gzip").body().length;
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  @Test
  void isOfTheReleaseThatIsNamed() {
    String release = SERVER.get("/api/v1/info").json().get("release").asText();

    assertThat(SERVER.get("/embed?release=" + release).text())
        .contains("&amp;release=" + release + "\"", "entrega " + release);
  }

  /** In a frame of somebody else's page an error would say nothing to anybody. */
  @Test
  void aReleaseThatThereIsNotIsSaidBesideTheNewest() {
    Answer unknown = SERVER.get("/embed?release=99&lang=en");

    assertThat(unknown.status()).isEqualTo(200);
    assertThat(unknown.text())
        .contains("There is no release “99” here", "<th scope=\"row\">Cusco</th>")
        .doesNotContain("release=99");
    assertThat(unknown.header("Cache-Control")).doesNotContain("immutable");
  }
}
