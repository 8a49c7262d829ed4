package org.yunga.core.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UbigeoTest {

  @ParameterizedTest
  @CsvSource({
    "22,     PE,     true",
    "2210,   PE,     true",
    "221003, PE,     true",
    "2210,   22,     true",
    "221003, 22,     true",
    "221003, 2210,   true",
    "22,     22,     false",
    "22,     2210,   false",
    "2110,   22,     false",
    "PE,     PE,     false",
    "PE,     22,     false",
    "220,    22,     false",
    "221003, 221,    false",
    "vraem,  PE,     false",
    "221003, vraem,  false",
  })
  void liesWithin(String code, String outer, boolean within) {
    assertThat(Ubigeo.isWithin(code, outer)).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "221", "22100", "22100301", "PE", "2 10", "٢٢"})
  void isNoCode(String text) {
    assertThat(Ubigeo.isCode(text)).isFalse();
  }
}
