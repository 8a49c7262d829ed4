package org.yunga.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** {@code /}: the page as it comes over the wire, before any script runs. */
class MapPageTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/                                        | es | Superficie de coca por departamento en 2024, según DEVIDA-OPD",
        "/?lang=en                                | en | Area of coca by department in 2024, according to DEVIDA-OPD",
        "/?period=2019                            | es | Superficie de coca por departamento en 2019, según DEVIDA-OPD",
        "/?series=UNODC                           | es | Superficie de coca por departamento en 2017, según UNODC",
        "/?region-set=production-zones            | es | Superficie de coca por zona de producción en 2024, según DEVIDA-OPD",
        "/?indicator=land_titles&measure=target&lang=en | en | Target: Titles of rural property by department in 2015, according to PIRDAIS",
        "/?indicator=coca_leaf_price&region-set=zei | es | por zona estratégica de intervención en"
      })
  void theSentenceSaysWhatIsShown(String path, String language, String sentence) {
    String page = SERVER.get(path).text();

    assertThat(page).contains("<html lang=\"" + language + "\"");
    assertThat(heading(page)).contains(sentence);
    assertThat(page).containsPattern("<title>" + Pattern.quote(heading(page)) + " · Yunga</title>");
  }

  private static String heading(String page) {
    return first("<h1[^>]*>([^<]*)</h1>", page);
  }

  private static String first(String regex, String page) {
    return all(regex, page).get(0);
  }

  private static List<String> all(String regex, String page) {
    return Pattern.compile(regex).matcher(page).results().map(m -> m.group(1)).toList();
  }

  @Test
  void theLegendTellsTheClassesAndTheStatesThatOccur() {
    String legend =
        first("(?s)<details id=\"legend\"[^>]*>(.*?)</details>", SERVER.get("/").text());

    assertThat(all("</svg>([^<]*)</li>", legend))
        .containsExactly(
            "menos de 1,000",
            "1,000 – 5,000",
            "5,000 – 10,000",
            "10,000 – 20,000",
            "20,000 y más",
            "No vigilado");
  }

  @Test
  void otherYearsAreOneLinkAway() {
    String years =
        first("(?s)(<nav class=\"first-years\".*?</nav>)", SERVER.get("/?lang=en").text());

    assertThat(first("aria-current=\"page\">([^<]*)<", years)).isEqualTo("2024");
    String link = first("href=\"([^\"]*period=2019[^\"]*)\"", years).replace("&amp;", "&");
    assertThat(heading(SERVER.get(link).text()))
        .isEqualTo("Area of coca by department in 2019, according to DEVIDA-OPD");
  }

  @Test
  void theMapHasAPathForEachDepartment() {
    String page = SERVER.get("/").text();
    String svg = first("(?s)(<svg class=\"first-map\".*?</svg>)", page);

    assertThat(all("<path fill=\"([^\"]*)\"", svg))
        .hasSize(25)
        .allMatch(fill -> fill.matches("#[0-9a-f]{6}|url\\(#fill-[a-z-]+\\)"));
    for (String pattern : all("url\\(#([a-z-]+)\\)", svg)) {
      assertThat(page).contains("<pattern id=\"" + pattern + "\"");
    }
    assertThat(all("<path fill=\"(url\\(#fill-not-monitored\\))\"", svg)).hasSize(12);
    assertThat(svg).contains("role=\"img\"").contains("aria-label=\"" + heading(page) + "\"");
  }

  @Test
  void theListIsRankedWithStatesTotalAndSource() {
    String page = SERVER.get("/").text();
    List<String> names = all("<tr><th scope=\"row\">([^<]*)</th>", page);
    List<String> values = all("</th><td>([^<]*)</td>", page);

    assertThat(names)
        .startsWith("Ayacucho", "Cusco", "Loreto")
        .endsWith("12 departamentos", "Total");
    assertThat(values).startsWith("18,749", "14,493", "12,409").endsWith("No vigilado", "89,754");
    assertThat(values.subList(0, 13).stream().map(v -> -Integer.parseInt(v.replace(",", ""))))
        .isSorted();
    assertThat(page).containsPattern("<p class=\"source\">DEVIDA Monitoreo de Cultivos de Coca");
  }

  @Test
  void valuesOfAListHaveTheSameDecimals() {
    String page = SERVER.get("/?region-set=zei&indicator=coca_leaf_price").text();

    assertThat(all("</th><td>([0-9][^<]*)</td>", page))
        .hasSizeGreaterThan(2)
        .allMatch(value -> value.matches("\\d+\\.\\d\\d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/embed"})
  void moreLossOfForestIsNotGreener(String path) {
    String lost = SERVER.get(path + "?indicator=forest_loss").text();
    String left = SERVER.get(path + "?indicator=forest_remaining").text();

    assertThat(lost).contains("<path fill=\"#a63603\"").doesNotContain("fill=\"#006d2c\"");
    assertThat(left).contains("<path fill=\"#006d2c\"").doesNotContain("fill=\"#a63603\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?region-set=districts",
        "/?region-set=production-zones",
        "/?region-set=zei&indicator=coca_leaf_price",
        "/?region-set=field-offices&indicator=cacao_area_assisted&measure=target",
        "/?region-set=eradication-axes&indicator=eradicated_area",
        "/?region-set=legal-zones&lang=en"
      })
  void withoutBoundariesThereIsAListAndNoMap(String path) {
    Answer answer = SERVER.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .doesNotContain("class=\"first-map\"")
        .contains("<table class=\"first-list\"");
    assertThat(all("<tr><th scope=\"row\">([^<]*)</th>", answer.text())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"indicator", "region-set", "measure", "period", "series", "region", "lang"})
  void hostileValuesFallBackToTheDefaultPage(String parameter) {
    String hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    String page = SERVER.get("/?" + parameter + "=" + URLEncoder.encode(hostile, UTF_8)).text();

    assertThat(page).doesNotContain("alert(").isEqualTo(SERVER.get("/").text());
  }

  @Test
  void unknownValuesFallBackOneByOne() {
    String page = SERVER.get("/?indicator=land_titles&measure=target&period=1850&series=X").text();

    assertThat(heading(page)).contains("por departamento en 2015", "PIRDAIS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?lang=en&period=2018",
        "/?region-set=districts",
        "/?indicator=land_titles&measure=target"
      })
  void nothingIsInlineThatTheSecurityPolicyForbids(String path) throws Exception {
    Answer answer = SERVER.get(path);
    String page = answer.text();
    String styles = first("(?s)<style>(.*?)</style>", page);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(styles.getBytes(UTF_8));

    assertThat(page)
        .doesNotContainPattern("<[^>]+\\sstyle\\s*=")
        .doesNotContainPattern("<[^>]+\\son[a-z]+\\s*=")
        .doesNotContainPattern("(?s)<style.*<style")
        .doesNotContain("javascript:");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("style-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    assertThat(all("<script([^>]*)>", page)).isNotEmpty().allMatch(s -> s.contains("src=\""));
    assertThat(page).doesNotContain("fill=\"null\"", "<!--first-view");
  }

  @Test
  void everythingThatItRefersToIsHere() {
    String page = SERVER.get("/").text();
    List<String> addresses =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .map(attribute -> attribute.replaceAll("^(src|href)=\"|\"$", "").replace("&amp;", "&"))
            .toList();

    assertThat(addresses)
        .hasSizeGreaterThan(10)
        .allMatch(
            address ->
                address.startsWith("/") || address.startsWith("#") || address.startsWith("data:"));
    for (String address : addresses) {
      if (address.startsWith("/")) {
        assertThat(SERVER.get(address).status()).as(address).isEqualTo(200);
      } else if (address.startsWith("#")) {
        assertThat(page).contains("id=\"" + address.substring(1) + "\"");
      }
    }
  }

  @Test
  void everyModuleThatAModuleImportsIsHere() {
    String entry = first("src=\"(/v/[0-9a-f]+/app/js/app\\.js)\"", SERVER.get("/").text());
    Set<String> seen = new HashSet<>(Set.of(entry));
    Deque<String> modules = new ArrayDeque<>(seen);
    while (!modules.isEmpty()) {
      String module = modules.pop();
      for (String imported : all("(?:from |import\\()'(\\.[^']+)'", SERVER.get(module).text())) {
        String address = URI.create(module).resolve(imported).toString();
        assertThat(SERVER.get(address).status()).as(module + " imports " + imported).isEqualTo(200);
        if (seen.add(address)) {
          modules.add(address);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(25);
  }
}
