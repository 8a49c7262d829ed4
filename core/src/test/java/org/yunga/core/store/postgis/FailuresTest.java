package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yunga.core.text.ExplainedException;
import org.yunga.core.text.UnavailableException;

/** States of PostgreSQL (appendix A of its manual) in words, and whether to try again. */
class FailuresTest {

  @ParameterizedTest
  @CsvSource({
    "57014, store_cut_off, true",
    "25P03, store_cut_off, true",
    "40001, store_in_the_way, true",
    "40P01, store_in_the_way, true",
    "53100, disk_full, false",
    "53200, store_out_of_memory, true",
    "55000, store_not_ready, true",
    "08P01, store_pooler, false",
    "26000, store_pooler, false",
    "XX001, store_corrupt, false",
    "XX002, store_corrupt, false",
    "42883, store_unreadable, false",
    "08006, store_unavailable, true",
  })
  void tellsWhatItMeansAndWhetherToTryAgain(String state, String code, boolean again) {
    SQLException failure = new SQLException("ERROR: said by the server", state);

    ExplainedException told =
        (ExplainedException) Failures.explain("postgresql://db/yunga", failure);

    assertThat(told.code()).isEqualTo(code);
    assertThat(told instanceof UnavailableException).isEqualTo(again);
    assertThat(told.explanation().es()).contains("postgresql://db/yunga").doesNotContain("ERROR");
    assertThat(told.explanation().en()).contains("postgresql://db/yunga").doesNotContain("ERROR");
    assertThat(told).hasCause(failure);
  }
}
