package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.web.Answer;
import org.yunga.web.RunningServer;

/** Figures as CSV: RFC 4180, UTF-8, and as Excel wants it. */
class FiguresCsvTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String TITLING_BUDGET =
      "/api/v1/figures?indicator=land_titling_budget&region-set=departments&measure=target"
          + "&period=2015";

  private static final String COCA_OF_THE_COUNTRY =
      "/api/v1/figures?indicator=coca_area&region-set=country&f=csv";

  /** Partners' programs read these columns by name: add at the end, never rename. */
  private static final String HEADER =
      "region_set,region_code,region_name,indicator,measure,period,value,unit,state,series,method,"
          + "status,source_title,source_locator,note_es,note_en,dataset,release";

  @Test
  void theWholeFileIsAsItWas() throws IOException {
    String text = SERVER.get(TITLING_BUDGET + "&f=csv").text();

    assertThat(text.replace("\r\n", "\n").replaceAll("reference@[0-9a-f]{8}", "reference@HASH"))
        .isEqualTo(golden("land_titling_budget-departments-2015.csv"));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = FiguresCsvTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void linesEndWithCarriageReturnAndLineFeed() {
    String text = SERVER.get(TITLING_BUDGET + "&f=csv").text();

    assertThat(text).startsWith(HEADER + "\r\n").endsWith("\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(text.split("\r\n")).hasSize(1 + 25);
  }

  @Test
  void fieldsWithCommasAreQuotedAndReadBack() {
    Answer answer = SERVER.get(COCA_OF_THE_COUNTRY);

    assertThat(answer.text())
        .contains("\"R. Urrelo Guerra, El cultivo de la coca en el Peru (11 Oct 1997)\"");
    assertThat(answer.csv())
        .hasSizeGreaterThan(40)
        .anySatisfy(
            row ->
                assertThat(row.getField("source_title"))
                    .isEqualTo("R. Urrelo Guerra, El cultivo de la coca en el Peru (11 Oct 1997)"))
        .allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(18));
  }

  @Test
  void codesKeepTheirLeadingZeros() {
    assertThat(SERVER.get(TITLING_BUDGET + "&f=csv").text())
        .contains("\r\ndepartments,05,Ayacucho,", "\r\ndepartments,01,Amazonas,");
    assertThat(SERVER.get("/api/v1/figures?indicator=coca_area&region-set=districts&f=csv").csv())
        .allSatisfy(row -> assertThat(row.getField("region_code")).matches("\\d{6}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"devida_budget_usd", "opd_budget_usd", "coca_area", "dais_spending"})
  void numbersAreWrittenOut(String indicator) {
    Answer answer = SERVER.get("/api/v1/figures?f=csv&region-set=country&indicator=" + indicator);

    assertThat(answer.csv())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getField("value")).matches("-?\\d+(\\.\\d+)?"));
  }

  @Test
  void forExcelTheSameBytesBeginWithAByteOrderMark() {
    byte[] plain = SERVER.get(TITLING_BUDGET + "&f=csv").body();
    byte[] excel = SERVER.get(TITLING_BUDGET + "&f=csv-excel").body();

    assertThat(Arrays.copyOf(excel, 3)).containsExactly(0xEF, 0xBB, 0xBF);
    assertThat(Arrays.copyOfRange(excel, 3, excel.length)).isEqualTo(plain);
  }

  @Test
  void theAcceptHeaderAsksForTheSameFile() {
    Answer byParameter = SERVER.get(TITLING_BUDGET + "&f=csv");
    Answer byHeader = SERVER.get(TITLING_BUDGET, "Accept", "application/pdf, text/csv;q=0.5");

    assertThat(byHeader.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(byHeader.body()).isEqualTo(byParameter.body());
    assertThat(byHeader.header("Content-Disposition"))
        .isEqualTo(byParameter.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"yunga-land_titling_budget-departments-target-2015.csv\"");
  }

  @Test
  void withoutFiguresOnlyTheHeaderRemains() {
    Answer answer =
        SERVER.get(
            "/api/v1/figures?indicator=coca_area&region-set=departments&measure=baseline&f=csv");

    assertThat(answer.text()).isEqualTo(HEADER + "\r\n");
  }
}
