package org.yunga.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

  /** As the app writes them: see format.test.mjs. */
  @ParameterizedTest
  @CsvSource({
    "percent,   %,         -4,      -4.0",
    "percent,   %,         25.94,   25.9",
    "percent,   %,         250,     250.0",
    "percent,   %,         0,       0.0",
    "ha,        ha,        0,       0",
    "ha,        ha,        7,       7.0",
    "ha,        ha,        99.96,   100",
    "PEN/kg,    S/ por kg, 9.5,     9.50",
    "ha/family, ha/fam.,   1.234,   1.23",
    "PEN,       S/,        12200.5, 12200.50",
    "PEN,       S/,        12,      12",
    "titles,    '',        12.6,    13",
  })
  void valuesOfAColumnHaveTheDecimalsOfItsUnit(String id, String symbol, double value, String as) {
    Unit unit = new Unit(id, symbol, Bilingual.same(id));
    assertThat(BigDecimal.valueOf(unit.rounded(value)).setScale(unit.decimals(value)))
        .hasToString(as);
  }
}
