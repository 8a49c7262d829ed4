package org.yunga.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.classRule;
import static org.yunga.core.Fixtures.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yunga.core.classify.ClassRule;
import org.yunga.core.classify.Classification;
import org.yunga.core.figure.AbsenceRule;
import org.yunga.core.figure.SeriesBreak;
import org.yunga.core.figure.ValueState;
import org.yunga.core.indicator.Indicator;
import org.yunga.core.indicator.Theme;
import org.yunga.core.indicator.Unit;
import org.yunga.core.region.RegionSet;
import org.yunga.core.text.UnknownNameException;

class CatalogueTest {

  private static final Catalogue ALL = catalogue();

  @Test
  void givesEntriesById() {
    assertThat(ALL.indicator("titles").id()).isEqualTo("titles");
    assertThat(ALL.series("UN").rank()).isEqualTo(2);
    assertThat(ALL.unit("ha").symbol()).isEqualTo("ha");
    assertThat(ALL.regionSet("districts").parent()).contains("departments");
  }

  @Test
  void keepsTheOrderThatPeopleSee() {
    assertThat(ALL.indicators())
        .extracting(Indicator::id)
        .containsExactly("coca", "titles", "yield");
    assertThat(ALL.regionSets())
        .extracting(RegionSet::id)
        .containsExactly("country", "departments", "districts", "zones");
  }

  static Stream<Arguments> wrongLookUps() {
    return Stream.of(
        lookUp("indicator", ALL::indicator, List.of("coca", "titles", "yield")),
        lookUp("series", ALL::series, List.of("UN", "OPD")),
        lookUp("unit", ALL::unit, List.of("ha", "titles")),
        lookUp(
            "region-set", ALL::regionSet, List.of("country", "departments", "districts", "zones")));
  }

  private static Arguments lookUp(String kind, Consumer<String> lookUp, List<String> known) {
    return Arguments.of(kind, lookUp, known);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongLookUps")
  void unknownIdsFailAndNameTheKnownOnes(String kind, Consumer<String> lookUp, List<String> known) {
    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(() -> lookUp.accept("nothing"))
        .returns(kind, UnknownNameException::kind)
        .returns("nothing", UnknownNameException::given)
        .returns(known, UnknownNameException::allowed);
  }

  @Test
  void refusesTwoEntriesOfOneId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(ALL.themes(), ALL.units(), twice(ALL.indicators()), List.of()))
        .withMessageContaining("indicator 'coca'");
  }

  @Test
  void refusesEntriesThatReferToNothing() {
    List<Theme> noThemes = List.of();
    List<Unit> noUnits = List.of();
    List<ClassRule> stray = List.of(classRule("coca", "watersheds", 0, 10));
    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(() -> with(noThemes, ALL.units(), ALL.indicators(), List.of()))
        .withMessageContaining("theme 'land'");
    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(() -> with(ALL.themes(), noUnits, ALL.indicators(), List.of()))
        .withMessageContaining("unit 'ha'");
    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(() -> with(ALL.themes(), ALL.units(), ALL.indicators(), stray))
        .withMessageContaining("region-set 'watersheds'");
    List<SeriesBreak> breaks = ALL.breaks();
    assertThatExceptionOfType(UnknownNameException.class)
        .isThrownBy(
            () ->
                new Catalogue(
                    List.of(), List.of(), List.of(), List.of(), List.of(), breaks, List.of()))
        .withMessageContaining("indicator 'coca'");
  }

  @Test
  void fixedClassesHoldForOneIndicatorOverOneSet() {
    Catalogue fixed = catalogue(List.of(classRule("coca", "departments", 0, 1000)));
    assertThat(fixed.fixedClasses("coca", "departments")).contains(Classification.fixed(0, 1000));
    assertThat(fixed.fixedClasses("coca", "districts")).isEmpty();
    assertThat(fixed.fixedClasses("titles", "departments")).isEmpty();
  }

  @Test
  void absenceRulesReferToWhatIsThere() {
    assertThat(withAbsence("coca", "departments", "*").absenceRules()).hasSize(1);
    assertThat(withAbsence("coca", "departments", "UN").absenceRules()).hasSize(1);
    for (String wrong :
        List.of("cocoa departments UN", "coca valleys UN", "coca departments ONU")) {
      String[] ids = wrong.split(" ");
      assertThatExceptionOfType(UnknownNameException.class)
          .isThrownBy(() -> withAbsence(ids[0], ids[1], ids[2]));
    }
  }

  private static Catalogue withAbsence(String indicator, String regionSet, String series) {
    AbsenceRule rule =
        new AbsenceRule(regionSet, indicator, series, "*", ValueState.MISSING, text("why"));
    return new Catalogue(
        ALL.themes(),
        ALL.units(),
        ALL.indicators(),
        ALL.series(),
        ALL.regionSets(),
        ALL.breaks(),
        List.of(),
        List.of(rule),
        List.of());
  }

  @Test
  void theEmptyOneIsEmpty() {
    assertThat(Catalogue.empty().isEmpty()).isTrue();
    assertThat(ALL.isEmpty()).isFalse();
  }

  private static Catalogue with(
      List<Theme> themes, List<Unit> units, List<Indicator> indicators, List<ClassRule> rules) {
    return new Catalogue(
        themes, units, indicators, ALL.series(), ALL.regionSets(), ALL.breaks(), rules);
  }

  private static <T> List<T> twice(List<T> list) {
    return Stream.concat(list.stream(), list.stream()).toList();
  }
}
