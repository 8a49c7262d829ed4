package org.yunga.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @ParameterizedTest
  @CsvSource({"es, sí", "en, yes", "fr, yes"})
  void givesSpanishOrElseEnglish(String language, String text) {
    assertThat(new Bilingual("sí", "yes").in(language)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"'', yes", "sí, ''", "' ', yes"})
  void refusesATextInOneLanguageOnly(String es, String en) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bilingual(es, en));
  }

  @Test
  void unknownNamesComeWithTheKnownOnesInOrder() {
    UnknownNameException e =
        new UnknownNameException("indicator", "cocoa", List.of("coca_area", "titles"));
    assertThat(e)
        .hasMessage("Unknown indicator 'cocoa'; known are coca_area, titles")
        .returns("indicator", UnknownNameException::kind)
        .returns("cocoa", UnknownNameException::given)
        .returns(List.of("coca_area", "titles"), UnknownNameException::allowed);
  }
}
