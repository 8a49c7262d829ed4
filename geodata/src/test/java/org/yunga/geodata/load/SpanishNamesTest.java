package org.yunga.geodata.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanishNamesTest {

  @ParameterizedTest
  @CsvSource({
    "CORONEL GREGORIO ALBARRACIN LANCHIPA, Coronel Gregorio Albarracin Lanchipa",
    "SAN JUAN DEL ORO, San Juan del Oro",
    "LA TINGUIÑA, La Tinguiña",
    "LOS BAÑOS DEL INCA, Los Baños del Inca",
    "SAN VICENTE DE CAÑETE, San Vicente de Cañete",
    "HUAC-HUAS, Huac-Huas",
    "ÑAHUIMPUQUIO, Ñahuimpuquio",
    "San Martín, San Martín",
    "Villa VRAEM, Villa VRAEM"
  })
  void capitalsGetTheirUsualCase(String given, String expected) {
    assertThat(SpanishNames.titleCase(given)).isEqualTo(expected);
  }

  @Test
  void namesAgreeButForAccentsCaseAndSigns() {
    assertThat(SpanishNames.agree("SAN MARTIN", "San Martín")).isTrue();
    assertThat(SpanishNames.agree("RUPA-RUPA", "Rupa Rupa")).isTrue();
    assertThat(SpanishNames.agree("CUSCO", "Callao")).isFalse();
  }
}
