package org.yunga.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

  private static final TextStyle STYLE = TextStyle.plain(10, Ink.DARK);

  @Test
  void breaksAtSpacesAndLosesNothing() {
    String text = "Hasta 2017, encuesta con apoyo de UNODC; desde 2018, monitoreo de DEVIDA";

    var lines = Paragraph.lines(text, STYLE, 40);

    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(String.join(" ", lines)).isEqualTo(text);
    assertThat(lines).allSatisfy(line -> assertThat(STYLE.width(line)).isLessThanOrEqualTo(40));
  }

  @Test
  void breaksAWordThatIsTooLong() {
    String address = "http://127.0.0.1/?indicator=coca_area&region-set=departments&lang=es";

    var lines = Paragraph.lines(address, STYLE, 40);

    assertThat(String.join("", lines)).isEqualTo(address);
    assertThat(lines).allSatisfy(line -> assertThat(STYLE.width(line)).isLessThanOrEqualTo(40));
  }

  @Test
  void shortensWithAnEllipsis() {
    assertThat(Paragraph.shortened("Pichis-Palcazú-Pachitea", STYLE, 20)).endsWith("…");
    assertThat(Paragraph.shortened("Puno", STYLE, 20)).isEqualTo("Puno");
  }

  @Test
  void whatTheLettersCannotWriteIsMarkedAndNotAnError() {
    assertThat(Typeface.REGULAR.writable("Ñ é Q’eros\t中\uD83D\uDE00")).isEqualTo("Ñ é Q’eros ??");
  }
}
