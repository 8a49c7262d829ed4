package org.yunga.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.audit.Actor;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Method;
import org.yunga.core.figure.Source;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.period.Period;
import org.yunga.core.region.RegionRef;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.reference.ReferenceData;

/** CSV for Excel runs nothing that somebody wrote into a text. */
class CsvForExcelTest {

  private static final String FIGURES =
      "/api/v1/figures?indicator=coca_area&region-set=departments&series=DEVIDA-OPD";

  @RegisterExtension static final PlotServer SERVER = new PlotServer(CsvForExcelTest::fill);

  private static void fill(Store store) {
    store.publish(ReferenceData.load());
    Dataset dataset =
        Dataset.of("figures/test", "=1+1", "@SUM(A1)", "-CC0", "+coca.xlsx", "cd".repeat(32));
    store.publishAll(
        List.of(
            new Delivery(
                dataset,
                Catalogue.empty(),
                List.of(),
                List.of(figure(2030, 300, dataset), figure(2031, 200.5, dataset)))),
        new Actor("=Ana"));
  }

  private static Figure figure(int year, double value, Dataset dataset) {
    return new Figure(
        new Figure.Key(
            new RegionRef("departments", "22"),
            "coca_area",
            Measure.ACTUAL,
            Period.ofYear(year),
            "DEVIDA-OPD"),
        ValueState.VALUE,
        OptionalDouble.of(value),
        Method.MEASURED,
        Status.FINAL,
        new Source("=HYPERLINK(\"http://x\")", "\t=2"),
        Optional.of(new Bilingual("'=3", "normal")),
        dataset.id());
  }

  private static NamedCsvRecord sanMartin(String format) {
    return SERVER.get(FIGURES + "&period=2031&f=" + format).csv().stream()
        .filter(row -> row.getField("region_code").equals("22"))
        .findFirst()
        .orElseThrow();
  }

  /** What begins as a formula gets an apostrophe; CSV for programs has it as it was written. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "source_title,   =HYPERLINK(\"http://x\"), '=HYPERLINK(\"http://x\")",
        "source_locator, |\t=2|,                   |'\t=2|",
        "note_es,        '=3,                      ''=3",
        "note_en,        normal,                   normal",
        "value,          200.5,                    200.5",
        "region_code,    22,                       22",
      })
  void textsAreGuardedForExcelOnly(String column, String plain, String guarded) {
    assertThat(sanMartin("csv").getField(column)).isEqualTo(plain);
    assertThat(sanMartin("csv-excel").getField(column)).isEqualTo(guarded);
  }

  @Test
  void numbersBelowZeroStayNumbers() {
    String changes =
        "/api/v1/changes?indicator=coca_area&region-set=departments&series=DEVIDA-OPD"
            + "&from=2030&to=2031&f=csv-excel";

    assertThat(SERVER.get(changes).csv())
        .extracting(row -> row.getField("difference"))
        .contains("-99.5");
  }

  @Test
  void whatSomebodyCallsADatasetIsGuardedToo() {
    NamedCsvRecord dataset = SERVER.get("/api/v1/datasets?f=csv-excel").csv().get(1);

    assertThat(dataset.getFields())
        .contains("'=1+1", "'@SUM(A1)", "'-CC0", "'+coca.xlsx", "'=Ana")
        .noneMatch(field -> field.startsWith("="));
  }
}
