package org.yunga.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergingClassesTest {

  @ParameterizedTest
  @CsvSource({"-1000,0", "-100,0", "-99.9,1", "-10,1", "-9.9,2", "0,2", "9.9,2", "10,3", "100,4"})
  void bothSidesAreAlike(double difference, int expected) {
    DivergingClasses classes = new DivergingClasses(10, 100);

    assertThat(classes.classOf(difference)).isEqualTo(expected);
    assertThat(classes.classOf(-difference)).isEqualTo(4 - expected);
  }

  @Test
  void boundsAreThirdsOfTheSizesCutToTwoDigits() {
    assertThat(DivergingClasses.of(-1, 2, -3.456, 4, 0, 0, 567.8, -600))
        .contains(new DivergingClasses(3.4, 560));
  }

  @Test
  void oneDifferenceIsFarOut() {
    DivergingClasses classes = DivergingClasses.of(0, -7).orElseThrow();

    assertThat(classes.classOf(-7)).isZero();
    assertThat(classes.classOf(0)).isEqualTo(2);
  }

  @Test
  void everyClassOfManyDifferencesHoldsSome() {
    double[] differences = DoubleStream.iterate(-50, d -> d + 1).limit(101).toArray();
    DivergingClasses classes = DivergingClasses.of(differences).orElseThrow();

    assertThat(DoubleStream.of(differences).mapToInt(classes::classOf).distinct().count())
        .isEqualTo(DivergingClasses.CLASSES);
  }

  @Test
  void nothingDiffersHasNoClasses() {
    assertThat(DivergingClasses.of()).isEmpty();
    assertThat(DivergingClasses.of(0, 0)).isEmpty();
  }

  @Test
  void refusesBoundsOutOfOrder() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DivergingClasses(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DivergingClasses(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DivergingClasses(Double.NaN, 1));
  }
}
