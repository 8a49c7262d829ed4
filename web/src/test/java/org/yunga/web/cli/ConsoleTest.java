package org.yunga.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  @Test
  void speaksSpanishUnlessTheTerminalIsEnglish() {
    assertThat(Console.language(Map.of())).isEqualTo("es");
    assertThat(Console.language(Map.of("LANG", "es_PE.UTF-8"))).isEqualTo("es");
    assertThat(Console.language(Map.of("LANG", "C"))).isEqualTo("es");
    assertThat(Console.language(Map.of("LANG", "en_US.UTF-8"))).isEqualTo("en");
    assertThat(Console.language(Map.of("LANG", ""))).isEqualTo("es");
  }

  @Test
  void theNearestWishWins() {
    assertThat(Console.language(Map.of("LANG", "en_US", "LC_ALL", "es_PE"))).isEqualTo("es");
    assertThat(Console.language(Map.of("LANG", "es_PE", "LC_MESSAGES", "en_GB"))).isEqualTo("en");
    assertThat(Console.language(Map.of("LC_ALL", "es_PE", "YUNGA_LANG", "EN"))).isEqualTo("en");
  }
}
