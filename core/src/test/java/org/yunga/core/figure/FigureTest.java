package org.yunga.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.yunga.core.Fixtures.SAN_MARTIN;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.Fixtures;
import org.yunga.core.period.Period;

class FigureTest {

  private static final Figure.Key KEY =
      new Figure.Key(SAN_MARTIN, "coca", Measure.ACTUAL, Period.ofYear(2024), "OPD");

  @ParameterizedTest
  @CsvSource({
    "VALUE,         2114",
    "VALUE,         -3",
    "ZERO,          0",
    "NOT_MONITORED, ",
    "MISSING,       ",
    "WITHHELD,      ",
  })
  void stateAndValueSayTheSame(ValueState state, Double value) {
    Figure figure = Fixtures.figure(KEY, state, optional(value));
    assertThat(figure.state().hasValue()).isEqualTo(figure.value().isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "VALUE,         0",
    "VALUE,         ",
    "VALUE,         NaN",
    "VALUE,         Infinity",
    "ZERO,          1",
    "ZERO,          ",
    "ZERO,          NaN",
    "NOT_MONITORED, 0",
    "MISSING,       0",
    "WITHHELD,      5",
  })
  void refusesAStateThatContradictsItsValue(ValueState state, Double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixtures.figure(KEY, state, optional(value)))
        .withMessageContainingAll("departments", "coca", state.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void everyNumberHasASource(String title) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Source(title, "p. 1"));
  }

  @Test
  void aSourceMayHaveNoLocator() {
    assertThat(new Source("Informe", null).locator()).isEmpty();
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
