package org.yunga.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.period.Period.Kind;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2024,                  2024-01-01, 2024-12-31, YEAR",
    "0000,                  0000-01-01, 0000-12-31, YEAR",
    "9999,                  9999-01-01, 9999-12-31, YEAR",
    "2024-Q1,               2024-01-01, 2024-03-31, QUARTER",
    "2024-Q2,               2024-04-01, 2024-06-30, QUARTER",
    "2024-Q4,               2024-10-01, 2024-12-31, QUARTER",
    "2024-01,               2024-01-01, 2024-01-31, MONTH",
    "2024-02,               2024-02-01, 2024-02-29, MONTH",
    "2023-02,               2023-02-01, 2023-02-28, MONTH",
    "2000-02,               2000-02-01, 2000-02-29, MONTH",
    "2100-02,               2100-02-01, 2100-02-28, MONTH",
    "2024-12,               2024-12-01, 2024-12-31, MONTH",
    "2012/2014,             2012-01-01, 2014-12-31, SEVERAL_YEARS",
    "2015-01-01/2015-11-02, 2015-01-01, 2015-11-02, OTHER",
    "2024-02-29,            2024-02-29, 2024-02-29, OTHER",
    "2024-01-01/2024-02-29, 2024-01-01, 2024-02-29, OTHER",
    "2023-07-01/2024-06-30, 2023-07-01, 2024-06-30, OTHER",
    "2024-02-01/2024-04-30, 2024-02-01, 2024-04-30, OTHER",
  })
  void readsAndWritesEachForm(String text, LocalDate first, LocalDate last, Kind kind) {
    Period period = Period.parse(text);

    assertThat(period).isEqualTo(Period.ofDays(first, last));
    assertThat(period.lastDay()).isEqualTo(last);
    assertThat(period.kind()).isEqualTo(kind);
    assertThat(period.isYear()).isEqualTo(kind == Kind.YEAR);
    assertThat(period).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01/2024-12-31, 2024",
    "2024/2024,             2024",
    "2024-Q1/2024-Q4,       2024",
    "2024-01/2024-03,       2024-Q1",
    "2024-02-01/2024-02-29, 2024-02",
    "2023-02-01/2023-02-28, 2023-02",
    "2012-01/2014-Q4,       2012/2014",
    "2015/2015-11-02,       2015-01-01/2015-11-02",
    "2024-05-17/2024-05-17, 2024-05-17",
  })
  void writesTheShortestForm(String given, String shortest) {
    assertThat(Period.parse(given)).hasToString(shortest);
  }

  @Test
  void parseAndToStringAreInverse() {
    Random random = new Random(20240229);
    for (int i = 0; i < 2000; i++) {
      LocalDate start = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(100_000));
      assertInverse(new Period(start, start.plusDays(1 + random.nextInt(1500))));

      LocalDate month = start.withDayOfMonth(1);
      assertInverse(new Period(month, month.plusMonths(1 + random.nextInt(30))));

      LocalDate year = start.withDayOfYear(1);
      assertInverse(new Period(year, year.plusYears(1 + random.nextInt(4))));
    }
  }

  private static void assertInverse(Period period) {
    assertThat(Period.parse(period.toString())).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "24",
        "2024 ",
        "-2024",
        "12024",
        "2024-1",
        "2024-00",
        "2024-13",
        "2024-Q0",
        "2024-Q5",
        "2024-q1",
        "2023-02-29",
        "2024-04-31",
        "2014/2012",
        "2024-03/2024-02",
        "2024/",
        "/2024",
        "2012/2013/2014",
        "01/02/2024",
        "total",
        "٢٠٢٤"
      })
  void refusesOtherTextsAndNamesTheForms(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.parse(text))
        .withMessageContaining("'" + text + "' is not a period")
        .withMessageContainingAll("2024-Q1", "2024-03", "2012/2014", "2015-01-01/2015-11-02");
  }

  @Test
  void refusesSpansWithoutADay() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Period(day, day));
    assertThatIllegalArgumentException().isThrownBy(() -> new Period(day, day.minusDays(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_000, 20_244})
  void refusesYearsThatCannotBeWrittenInFourDigits(int year) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.ofYear(year))
        .withMessageContaining("0000")
        .withMessageContaining("9999");
  }

  @Test
  void sortsByStartThenByEnd() {
    String[] inOrder = {
      "2012-01", "2012-Q1", "2012", "2012/2014", "2012-02", "2013", "2013-01-02", "2014"
    };
    assertThat(Stream.of(inOrder).map(Period::parse).sorted().map(Period::toString))
        .containsExactly(inOrder);
  }

  /** Arabic writes other digits; files must not. */
  @Test
  void writesAsciiDigitsWhateverTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Stream.of("2024", "2024-Q1", "2012/2014").map(Period::parse))
          .extracting(Period::toString)
          .containsExactly("2024", "2024-Q1", "2012/2014");
    } finally {
      Locale.setDefault(before);
    }
  }
}
