package org.yunga.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** Entity tags, compression, caching and the headers of every answer. */
class CachingTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String INDICATORS = "/api/v1/indicators";

  /** One address of each kind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app/js/app.js",
        "/app/css/app.css",
        "/lib/leaflet/leaflet.js",
        "/api/v1/indicators",
        "/api/v1/region-sets/departments",
        "/api/v1/figures?indicator=coca_area&region-set=departments&f=csv",
        "/api/v1/figures?indicator=coca_area&region-set=departments&period=2024&f=geojson"
      })
  void everyEncodingDecodesToTheSameBodyUnderItsOwnTag(String path) throws IOException {
    Answer plain = SERVER.get(path);
    Answer gzip = SERVER.get(path, "Accept-Encoding", "gzip");
    Answer brotli = SERVER.get(path, "Accept-Encoding", "gzip, deflate, br");

    assertThat(plain.header("Content-Encoding")).isNull();
    assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
    assertThat(ungzip(gzip.body())).isEqualTo(plain.body());
    assertThat(unbrotli(brotli.body())).isEqualTo(plain.body());
    assertThat(gzip.body().length).isLessThan(plain.body().length);
    assertThat(brotli.body().length).isLessThan(gzip.body().length);
    assertThat(List.of(plain, gzip, brotli))
        .extracting(answer -> answer.header("ETag"))
        .doesNotHaveDuplicates()
        .allSatisfy(tag -> assertThat(tag).matches("\"[!-~&&[^\"]]+\""));
    for (Answer answer : List.of(plain, gzip, brotli)) {
      assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
      assertThat(answer.header("Vary")).contains("Accept-Encoding");
      assertThat(answer.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
    }
  }

  private static byte[] ungzip(byte[] body) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
  }

  private static byte[] unbrotli(byte[] body) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Decoder.decompress(body).getDecompressedData();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "gzip                  | gzip",
        "GZip                  | gzip",
        "br;q=0.1, gzip        | br",
        "br;q=0, gzip          | gzip",
        "br;q=0.000, gzip      | gzip",
        "gzip;q=0, br;q=0      | -",
        "gzip ; q=0            | -",
        "identity              | -",
        "deflate, zstd         | -",
        "gzipped, brr          | -",
        "';,;,'                | -"
      })
  void onlyAnEncodingThatIsAcceptedIsUsed(String acceptEncoding, String encoding) {
    Answer answer = SERVER.get(INDICATORS, "Accept-Encoding", acceptEncoding);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Encoding")).isEqualTo(encoding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{tag}", "W/{tag}", "\"other\", {tag}", "\"a\" ,W/{tag},\"b\"", "*"})
  void whoHasItAlreadyGets304(String ifNoneMatch) {
    for (String path : List.of("/", INDICATORS, "/app/js/app.js")) {
      for (String encoding : List.of("identity", "gzip", "br")) {
        String tag = SERVER.get(path, "Accept-Encoding", encoding).header("ETag");
        Answer answer =
            SERVER.get(
                path,
                "Accept-Encoding",
                encoding,
                "If-None-Match",
                ifNoneMatch.replace("{tag}", tag));

        assertThat(answer.status()).as(path + " " + encoding).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.header("Vary")).contains("Accept-Encoding");
        assertThat(answer.header("Cache-Control")).isNotNull();
      }
    }
  }

  @Test
  void whoHasAnotherEncodingOrAnotherVersionGetsTheBody() {
    String plain = SERVER.get(INDICATORS).header("ETag");

    for (String known : List.of(plain, "\"other\"", plain.replace("\"", ""), "\"\"", "")) {
      Answer answer = SERVER.get(INDICATORS, "Accept-Encoding", "gzip", "If-None-Match", known);
      assertThat(answer.status()).as(known).isEqualTo(200);
      assertThat(answer.body()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app/js/app.js",
        "/api/v1",
        "/api/v1/info",
        "/api/v1/indicators",
        "/api/v1/region-sets",
        "/api/v1/region-sets/departments",
        "/api/v1/regions/departments/22?f=csv",
        "/api/v1/figures?indicator=coca_area&region-set=departments"
      })
  void headHasTheHeadersOfGet(String path) {
    for (String encoding : List.of("identity", "br")) {
      Answer get = SERVER.get(path, "Accept-Encoding", encoding);
      Answer head = SERVER.client().send("HEAD", path, "Accept-Encoding", encoding);

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(headers(head)).containsKey("content-length").isEqualTo(headers(get));
    }
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    headers.remove("Date");
    return headers;
  }

  @Test
  void anAddressWithTheHashOfItsContentIsKeptForEver() {
    String permanent = addressOfApp();

    assertThat(SERVER.get(permanent).header("Cache-Control")).contains("immutable", "31536000");
    assertThat(SERVER.get(permanent).body()).isEqualTo(SERVER.get("/app/js/app.js").body());
  }

  @Test
  void anAddressOfAnotherVersionIsServedButNotKept() {
    Answer answer =
        SERVER.get(addressOfApp().replaceFirst("/v/[0-9a-f]+/", "/v/0123456789abcdef/"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control"))
        .contains("max-age=0", "must-revalidate")
        .doesNotContain("immutable");
  }

  private static String addressOfApp() {
    Matcher address =
        Pattern.compile("src=\"(/v/[0-9a-f]+/app/js/app\\.js)\"").matcher(SERVER.get("/").text());
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  @Test
  void aPageOfAnotherSiteMayAskConditionallyAndSendPolygons() {
    for (String path : new String[] {"/api/v1/figures", "/api/v1/queries"}) {
      Answer answer = SERVER.client().send("OPTIONS", path);

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET", "POST");
      assertThat(answer.header("Access-Control-Allow-Headers"))
          .contains("If-None-Match", "Content-Type");
      assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/,                                    200",
    "/app/js/app.js,                       200",
    "/api/v1/indicators,                   200",
    "/api/v1/figures,                      400",
    "/nothing,                             404"
  })
  void everyAnswerIsOpenToOtherSitesAndClosedToForeignScripts(String path, int status) {
    Answer answer = SERVER.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
        .doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:", "*");
  }

  @ParameterizedTest
  @CsvSource({
    "/,                       text/html; charset=utf-8",
    "/app/js/app.js,          text/javascript; charset=utf-8",
    "/app/css/app.css,        text/css; charset=utf-8",
    "/lib/leaflet/leaflet.js, text/javascript; charset=utf-8"
  })
  void filesHaveTheirMediaType(String path, String contentType) {
    assertThat(SERVER.get(path).header("Content-Type").replace(";charset", "; charset"))
        .isEqualTo(contentType);
  }
}
