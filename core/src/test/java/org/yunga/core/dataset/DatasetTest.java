package org.yunga.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.ref;
import static org.yunga.core.Fixtures.region;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.catalogue.Catalogue;
import org.yunga.core.figure.Figure;
import org.yunga.core.region.Region;
import org.yunga.core.text.ExplainedException;

class DatasetTest {

  private static final Figure COCA = figure(SAN_MARTIN, "coca", "2024", "OPD", 2114);
  private static final Region REGION = region(SAN_MARTIN, "San Martín");

  @Test
  void sameFileHasTheSameId() {
    assertThat(dataset("figures", 0xabcdef12).id()).isEqualTo("figures@abcdef12");
    assertThat(dataset("figures", 1)).isEqualTo(dataset("figures", 1));
    assertThat(dataset("figures", 2).id()).isNotEqualTo(dataset("figures", 1).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000",
        "ABCDEF12ABCDEF12ABCDEF12ABCDEF12ABCDEF12ABCDEF12ABCDEF12ABCDEF12",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
      })
  void refusesWhatIsNoHash(String hash) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of("figures", "t", "s", "l", "f", hash))
        .withMessageContaining(hash);
  }

  @Test
  void figuresOfADeliveryAreOfItsDataset() {
    Dataset other = dataset("figures", 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delivery(other, Catalogue.empty(), List.of(), List.of(COCA)))
        .withMessageContainingAll(COCA.dataset(), other.id());
  }

  @Test
  void releaseNamesItself() {
    assertThat(new Release(12, Instant.EPOCH, List.of()).id()).isEqualTo("12");
  }

  @Test
  void contentOfAReleaseFitsTogether() {
    assertThat(content(List.of(REGION), List.of(COCA)).figures()).containsExactly(COCA);
  }

  @Test
  void twoFiguresOfOneKeyAreRefused() {
    Figure again = figure(SAN_MARTIN, "coca", "2024", "OPD", 9999);
    assertThat(catchThrowable(() -> content(List.of(REGION), List.of(COCA, again))))
        .isInstanceOf(ExplainedException.class)
        .hasMessageContainingAll("figure_twice", "departments/22, coca", "2114", "9999");
  }

  @ParameterizedTest
  @CsvSource({
    "departments/99, coca,   OPD,  region 'departments/99'",
    "departments/22, cocoa,  OPD,  indicator 'cocoa'",
    "departments/22, coca,   ONU,  series 'ONU'",
  })
  void figuresOfUnknownThingsAreRefused(
      String region, String indicator, String series, String named) {
    Figure figure = figure(ref(region), indicator, "2024", series, 1);
    assertThat(catchThrowable(() -> content(List.of(REGION), List.of(figure))))
        .hasMessageContaining("Unknown " + named);
  }

  @Test
  void regionsOfUnknownSetsAreRefused() {
    Region stray = region(ref("watersheds/1"), "Huallaga");
    assertThat(catchThrowable(() -> content(List.of(stray), List.of())))
        .hasMessageContaining("Unknown region-set 'watersheds'");
  }

  /** Once by name, once with a boundary: the snapshot makes one of them. */
  @Test
  void aRegionMayStandTwice() {
    assertThat(content(List.of(REGION, REGION, region(HUANUCO, "Huánuco")), List.of()).regions())
        .hasSize(3);
  }

  private static ReleaseContent content(List<Region> regions, List<Figure> figures) {
    Release release = new Release(1, Instant.EPOCH, List.of());
    return new ReleaseContent(release, catalogue(), regions, figures);
  }
}
