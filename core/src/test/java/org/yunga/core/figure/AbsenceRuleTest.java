package org.yunga.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yunga.core.text.Bilingual;

class AbsenceRuleTest {

  @ParameterizedTest
  @CsvSource({
    "UN, 2210*,  districts,   coca,   UN,  221003, true",
    "UN, 2210*,  districts,   coca,   UN,  2210,   true",
    "UN, 2210*,  districts,   coca,   UN,  221103, false",
    "UN, 2210*,  districts,   coca,   OPD, 221003, false",
    "UN, 2210*,  districts,   titles, UN,  221003, false",
    "UN, 2210*,  provinces,   coca,   UN,  2210,   false",
    "*,  2210*,  districts,   coca,   OPD, 221003, true",
    "UN, *,      districts,   coca,   UN,  010101, true",
    "UN, 221003, districts,   coca,   UN,  221003, true",
    "UN, 2210,   districts,   coca,   UN,  221003, false",
  })
  void speaksOf(
      String series,
      String codes,
      String set,
      String indicator,
      String seriesId,
      String code,
      boolean holds) {
    AbsenceRule rule =
        new AbsenceRule(
            "districts", "coca", series, codes, ValueState.MISSING, Bilingual.same("why"));
    assertThat(rule.holds(set, indicator, seriesId, code)).isEqualTo(holds);
  }

  @ParameterizedTest
  @EnumSource(names = {"VALUE", "ZERO"})
  void anAbsenceHasNoValue(ValueState state) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AbsenceRule("d", "coca", "*", "*", state, Bilingual.same("why")));
  }
}
