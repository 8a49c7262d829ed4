package org.yunga.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.classify.Classification.ClassMethod;
import org.yunga.core.indicator.Unit;
import org.yunga.core.text.Bilingual;

class ClassificationTest {

  private static final Unit HECTARES = new Unit("ha", "ha", Bilingual.same("ha"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "one value            | 1234                           | 0",
        "one negative         | -7                             | -7",
        "two values           | 3 8                            | 0 8",
        "all equal            | 5 5 5 5 5 5                    | 0",
        "ties                 | 1 1 1 1 1 4 4 4 4 9            | 0 4",
        "ten in a row         | 1 2 3 4 5 6 7 8 9 10           | 0 3 5 7 9",
        "any order            | 9 1 10 3 2 5 4 8 7 6           | 0 3 5 7 9",
        "zeros set aside      | 0 0 0 0 0 1 2 3 4 5            | 0 2 3 4 5",
        "an outlier           | 10 20 30 40 1000000            | 0 20 30 40 1000000",
        "negatives            | -50 -20 -5 10 40               | -50 -20 -5 10 40",
        "all negative         | -1234 -50                      | -1300 -1200",
        "two digits           | 1234 2345 3456 4567 5678       | 0 2300 3500 4600",
        "bounds round to one  | 1001 1002 1003 1004 1005       | 0",
        "small numbers        | 0.1 0.2 0.3 0.4 0.5            | 0 0.2 0.3 0.4 0.5",
      })
  void quantilesOf(String name, String values, String bounds) {
    Classification classes = Classification.quantile(numbers(values)).orElseThrow();

    assertThat(classes.lowerBounds())
        .containsExactlyElementsOf(Arrays.stream(numbers(bounds)).boxed().toList());
    assertThat(classes.method()).isEqualTo(ClassMethod.QUANTILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0 0 0 -0"})
  void noValuesButZeroHaveNoClasses(String values) {
    assertThat(Classification.quantile(numbers(values))).isEmpty();
  }

  @Test
  void everyClassHoldsAValueWhateverTheValuesAre() {
    Random random = new Random(5);
    for (int run = 0; run < 2000; run++) {
      double scale = Math.pow(10, random.nextInt(7));
      double low = random.nextBoolean() ? 0 : -0.5;
      double[] values =
          random
              .doubles(1 + random.nextInt(40), low, 1)
              .map(value -> HECTARES.rounded(value * scale))
              .filter(value -> value != 0)
              .toArray();
      Classification.quantile(values)
          .ifPresent(
              classes ->
                  assertThat(Arrays.stream(values).map(classes::classOf).boxed())
                      .as("%s in %s", Arrays.toString(values), classes)
                      .hasSizeGreaterThanOrEqualTo(classes.size())
                      .extracting(Double::intValue)
                      .containsAll(IntStream.range(0, classes.size()).boxed().toList()));
    }
  }

  /** A label must never contradict the colour beside it: 999.6 is shown as 1,000. */
  @ParameterizedTest
  @CsvSource({
    "0.04,    0,    0",
    "99.94,   99.9, 0",
    "99.95,   100,  1",
    "100.4,   100,  1",
    "999.4,   999,  1",
    "999.5,   1000, 2",
    "999.6,   1000, 2",
    "1000,    1000, 2",
    "4999.49, 4999, 2",
    "4999.5,  5000, 3",
    "1e9,     1e9,  3",
    "-12,     -12,  0",
  })
  void classGoesByTheShownValue(double value, double shown, int classIndex) {
    Classification classes = Classification.fixed(0, 100, 1000, 5000);

    assertThat(HECTARES.rounded(value)).isEqualTo(shown);
    assertThat(classes.classOf(HECTARES.rounded(value))).isEqualTo(classIndex);
  }

  @Test
  void fixedBoundsAreKept() {
    Classification classes = Classification.fixed(0, 1000, 5000);
    assertThat(classes.lowerBounds()).containsExactly(0.0, 1000.0, 5000.0);
    assertThat(classes.method()).isEqualTo(ClassMethod.FIXED);
    assertThat(classes.size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 1", "0 5 4", "0 1 2 3 4 5"})
  void refusesBoundsThatDoNotRiseOrAreTooMany(String bounds) {
    List<Double> list = Arrays.stream(numbers(bounds)).boxed().collect(Collectors.toList());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Classification(ClassMethod.FIXED, list));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" "))
        .filter(number -> !number.isBlank())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
