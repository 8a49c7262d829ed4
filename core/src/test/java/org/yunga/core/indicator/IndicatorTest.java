package org.yunga.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.Fixtures;
import org.yunga.core.indicator.Indicator.Absence;
import org.yunga.core.indicator.Indicator.Kind;
import org.yunga.core.indicator.Indicator.SpaceRule;
import org.yunga.core.indicator.Indicator.TimeRule;

class IndicatorTest {

  @ParameterizedTest
  @CsvSource({
    "STOCK, SUM,   SUM",
    "RATIO, SUM,   NONE",
    "RATIO, RATIO, SUM",
  })
  void refusesSumsThatMeanNothing(Kind kind, SpaceRule space, TimeRule time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixtures.indicator("it", kind, space, time, Absence.MISSING))
        .withMessageContaining("Indicator it is a " + kind.name().toLowerCase());
  }

  @ParameterizedTest
  @CsvSource({
    "STOCK, SUM,   LATEST",
    "FLOW,  SUM,   SUM",
    "RATIO, RATIO, MEAN",
  })
  void takesRulesThatFit(Kind kind, SpaceRule space, TimeRule time) {
    assertThat(Fixtures.indicator("it", kind, space, time, Absence.MISSING).id()).isEqualTo("it");
  }
}
