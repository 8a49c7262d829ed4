package org.yunga.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.text.Bilingual;

class UnitTest {

  /** No decimals from 100 up, one below, ties away from zero; what is shown, stays shown. */
  @ParameterizedTest
  @CsvSource({
    "0,        0",
    "0.04,     0",
    "0.05,     0.1",
    "-0.05,    -0.1",
    "12.25,    12.3",
    "99.94,    99.9",
    "99.95,    100",
    "99.96,    100",
    "100.5,    101",
    "-100.5,   -101",
    "999.6,    1000",
    "12200.5,  12201",
    "19412383, 19412383",
  })
  void roundsAsShown(double value, double shown) {
    Unit unit = new Unit("ha", "ha", Bilingual.same("ha"));
    assertThat(unit.rounded(value)).isEqualTo(shown);
    assertThat(unit.rounded(unit.rounded(value))).isEqualTo(shown);
  }
}
