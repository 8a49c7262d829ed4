package org.yunga.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three plots or more, and none that is nearly all: each other owner would know its size. */
class HoldingTest {

  @ParameterizedTest
  @CsvSource({
    "1 1, 1 1, false",
    "1 1 1, 0 0 0, true",
    "0 0 0, 0 0 0, true",
    "85 10 5, 0 0 0, true",
    "86 10 4, 0 0 0, false",
    "1 1 1, 86 10 4, false",
    "6000000000000000000 1 1, 0 0 0, false",
    "2000000000000000000 2000000000000000000 2000000000000000000, 0 0 0, true"
  })
  void whatIsSafe(String sizes, String values, boolean safe) {
    Holding holding = new Holding();
    String[] size = sizes.split(" ");
    String[] value = values.split(" ");
    for (int i = 0; i < size.length; i++) {
      holding.add(Long.parseLong(size[i]), Long.parseLong(value[i]));
    }
    assertThat(holding.isSafe()).isEqualTo(safe);
  }
}
