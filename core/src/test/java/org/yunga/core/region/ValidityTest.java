package org.yunga.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

  private static Validity of(String from, String to) {
    return new Validity(
        Optional.ofNullable(from).map(LocalDate::parse),
        Optional.ofNullable(to).map(LocalDate::parse));
  }

  @ParameterizedTest
  @CsvSource({
    ",           ,           2024-06-30, true",
    "2024-01-01, ,           2024-01-01, true",
    "2024-01-01, ,           2023-12-31, false",
    ",           2024-01-01, 2023-12-31, true",
    ",           2024-01-01, 2024-01-01, false"
  })
  void holdsFromItsFirstDayAndNoMoreOnItsEnd(String from, String to, String day, boolean holds) {
    assertThat(of(from, to).holdsOn(LocalDate.parse(day))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    ",           ,           ,           ,           true",
    ",           2024-01-01, 2024-01-01, ,           false",
    ",           2024-01-02, 2024-01-01, ,           true",
    "2020-01-01, 2021-01-01, 2020-06-01, 2020-07-01, true",
    "2020-01-01, 2021-01-01, 2022-06-01, 2023-07-01, false"
  })
  void meetsWhatSharesADay(String from, String to, String from2, String to2, boolean meets) {
    assertThat(of(from, to).meets(of(from2, to2))).isEqualTo(meets);
    assertThat(of(from2, to2).meets(of(from, to))).isEqualTo(meets);
  }

  @ParameterizedTest
  @CsvSource({", , true", "2024-01-01, , false", ", 2024-01-01, false"})
  void isAlwaysWhereNeitherEndIsKnown(String from, String to, boolean always) {
    assertThat(of(from, to).isAlways()).isEqualTo(always);
  }

  @Test
  void anEndThatIsNotAfterTheBeginningIsRefused() {
    assertThatThrownBy(() -> of("2024-01-01", "2024-01-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
