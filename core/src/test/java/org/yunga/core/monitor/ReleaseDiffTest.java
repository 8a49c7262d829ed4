package org.yunga.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.yunga.core.Fixtures.HUANUCO;
import static org.yunga.core.Fixtures.SAN_MARTIN;
import static org.yunga.core.Fixtures.UCAYALI;
import static org.yunga.core.Fixtures.bounded;
import static org.yunga.core.Fixtures.catalogue;
import static org.yunga.core.Fixtures.dataset;
import static org.yunga.core.Fixtures.figure;
import static org.yunga.core.Fixtures.gap;
import static org.yunga.core.Fixtures.region;
import static org.yunga.core.Fixtures.with;
import static org.yunga.core.Fixtures.wkt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.figure.Figure;
import org.yunga.core.figure.Measure;
import org.yunga.core.figure.Status;
import org.yunga.core.figure.ValueState;
import org.yunga.core.period.Period;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.UnknownNameException;

class ReleaseDiffTest {

  private static final String SQUARE = "POLYGON ((-76 -8, -75 -8, -75 -7, -76 -7, -76 -8))";
  private static final String SHIFTED =
      "POLYGON ((-76.1 -8, -75.1 -8, -75.1 -7, -76.1 -7, -76.1 -8))";
  private static final List<Region> REGIONS =
      List.of(
          region(HUANUCO, "Huánuco"), region(SAN_MARTIN, "San Martín"), region(UCAYALI, "Ucayali"));

  private static Snapshot release(long number, List<Region> regions, Figure... figures) {
    Release release = new Release(number, Instant.EPOCH, List.of(dataset("figures", (int) number)));
    return Snapshot.of(new ReleaseContent(release, catalogue(), regions, List.of(figures)));
  }

  private static ReleaseDiff diff(Snapshot before, Snapshot after) {
    return new Monitor(after).changesSince(before, Optional.empty());
  }

  private static ReleaseDiff diff(List<Figure> before, List<Figure> after) {
    return diff(
        release(1, REGIONS, before.toArray(Figure[]::new)),
        release(2, REGIONS, after.toArray(Figure[]::new)));
  }

  @Test
  void aReleaseIsTheSameAsItself() {
    Snapshot one = release(1, REGIONS, figure(SAN_MARTIN, "coca", "2024", "OPD", 5));
    ReleaseDiff diff = diff(one, one);
    assertThat(diff.figures()).isEmpty();
    assertThat(diff.regions()).isEmpty();
    assertThat(diff.sums()).isEmpty();
    assertThat(diff.datasetsIn()).isEmpty();
    assertThat(diff.sameFigures()).isEqualTo(1);
    assertThat(diff.sameRegions()).isEqualTo(3);
  }

  @Test
  void figuresAreAddedRemovedChangedAndRedescribed() {
    Figure same = figure(HUANUCO, "coca", "2024", "OPD", 7);
    Figure described = figure(HUANUCO, "coca", "2023", "OPD", 8);
    ReleaseDiff diff =
        diff(
            List.of(
                same,
                described,
                figure(SAN_MARTIN, "coca", "2024", "OPD", 2114),
                figure(UCAYALI, "coca", "2024", "OPD", 3),
                gap(UCAYALI, "coca", "2023", "OPD", ValueState.MISSING)),
            List.of(
                same,
                with(described, Status.PRELIMINARY),
                figure(SAN_MARTIN, "coca", "2024", "OPD", 2000.1),
                figure(UCAYALI, "coca", "2024", "UN", 3),
                figure(UCAYALI, "coca", "2023", "OPD", 0)));

    assertThat(diff.figures())
        .extracting(
            c -> c.key().region().code() + c.key().series() + " " + c.fate() + c.difference())
        .containsExactly(
            "10OPD REDESCRIBEDOptionalDouble.empty",
            "22OPD CHANGEDOptionalDouble[-113.9]",
            "25OPD CHANGEDOptionalDouble.empty",
            "25OPD REMOVEDOptionalDouble.empty",
            "25UN ADDEDOptionalDouble.empty");
    assertThat(diff.sameFigures()).isEqualTo(1);
  }

  @Test
  void sumsAreOfOneSeriesAndPeriodAndOnlyWhereTheyMayBeAdded() {
    ReleaseDiff diff =
        diff(
            List.of(
                figure(HUANUCO, "coca", "2024", "OPD", 10),
                figure(SAN_MARTIN, "coca", "2024", "OPD", 20),
                figure(SAN_MARTIN, "coca", "2024", "UN", 99),
                figure(SAN_MARTIN, "yield", "2024", "OPD", 1)),
            List.of(
                figure(HUANUCO, "coca", "2024", "OPD", 10),
                figure(SAN_MARTIN, "coca", "2024", "OPD", 25),
                figure(UCAYALI, "coca", "2024", "OPD", 1.5),
                figure(SAN_MARTIN, "coca", "2024", "UN", 99),
                figure(SAN_MARTIN, "yield", "2024", "OPD", 2)));

    assertThat(diff.sums())
        .containsExactly(
            new ReleaseDiff.SumChange(
                new ReleaseDiff.SumKey(
                    "coca", Measure.ACTUAL, "OPD", "departments", Period.ofYear(2024)),
                30,
                2,
                36.5,
                3));
    assertThat(diff.sums().get(0).difference()).isEqualTo(6.5);
  }

  /** Seeded figures: what was added and changed explains every sum. */
  @Test
  void theChangesExplainTheSums() {
    Random random = new Random(4);
    List<Figure> before = someFigures(random);
    List<Figure> after = someFigures(random);

    ReleaseDiff diff = diff(before, after);

    for (ReleaseDiff.SumChange sum : diff.sums()) {
      double explained =
          diff.figures().stream()
              .filter(c -> c.key().period().equals(sum.key().period()))
              .mapToDouble(c -> value(c.after()) - value(c.before()))
              .sum();
      assertThat(sum.difference()).isCloseTo(explained, within(1e-6));
    }
    assertThat(diff.sums()).hasSizeGreaterThan(5);
    long removed = diff.figures().stream().filter(c -> c.after().isEmpty()).count();
    long added = diff.figures().stream().filter(c -> c.before().isEmpty()).count();
    assertThat(before.size() - removed + added).isEqualTo(after.size());
    assertThat(diff.sameFigures() + diff.figures().size() - removed).isEqualTo(after.size());
  }

  private static double value(Optional<Figure> figure) {
    return figure.map(f -> f.value().orElse(0)).orElse(0.0);
  }

  private static List<Figure> someFigures(Random random) {
    List<Figure> figures = new ArrayList<>();
    for (int year : IntStream.range(2000, 2020).toArray()) {
      for (Region region : REGIONS) {
        if (random.nextInt(3) > 0) {
          figures.add(figure(region.ref(), "coca", String.valueOf(year), "OPD", random.nextInt(3)));
        }
      }
    }
    return figures;
  }

  @Test
  void oneIndicatorAloneCanBeAsked() {
    Snapshot before = release(1, REGIONS);
    Snapshot after =
        release(
            2,
            REGIONS,
            figure(SAN_MARTIN, "coca", "2024", "OPD", 1),
            figure(SAN_MARTIN, "titles", "2024", "OPD", 2));
    Monitor monitor = new Monitor(after);

    assertThat(monitor.changesSince(before, Optional.of("titles")).figures())
        .singleElement()
        .satisfies(change -> assertThat(change.key().indicator()).isEqualTo("titles"));
    assertThatThrownBy(() -> monitor.changesSince(before, Optional.of("cocoa")))
        .isInstanceOf(UnknownNameException.class);
  }

  @Test
  void regionsAreAddedRemovedRenamedAndRedrawn() {
    Region square = bounded(SAN_MARTIN, "San Martín", SQUARE);
    Region shifted = bounded(SAN_MARTIN, "San Martín", SHIFTED);
    Region other = region(HUANUCO, "Huánuco (otro nombre)");
    ReleaseDiff diff =
        diff(
            release(1, List.of(REGIONS.get(0), square)),
            release(2, List.of(other, shifted, REGIONS.get(2))));

    assertThat(diff.regions())
        .extracting(ReleaseDiff.RegionChange::fate)
        .containsExactly(
            ReleaseDiff.RegionFate.RENAMED,
            ReleaseDiff.RegionFate.OUTLINE_CHANGED,
            ReleaseDiff.RegionFate.ADDED);
    // a tenth of the square on either side
    double tenth = EqualAreaFrame.hectares(wkt(SQUARE)) / 10;
    assertThat(diff.regions().get(1).movedHectares().getAsDouble())
        .isCloseTo(2 * tenth, within(tenth / 1e6));
    assertThat(diff(release(1, List.of(square)), release(2, List.of())).regions())
        .singleElement()
        .satisfies(c -> assertThat(c.fate()).isEqualTo(ReleaseDiff.RegionFate.REMOVED));
  }

  @Test
  void aBoundaryThatComesIsAnotherOutlineOfUnknownDifference() {
    ReleaseDiff diff =
        diff(
            release(1, List.of(region(SAN_MARTIN, "San Martín"))),
            release(2, List.of(bounded(SAN_MARTIN, "San Martín", SQUARE))));
    assertThat(diff.regions().get(0).fate()).isEqualTo(ReleaseDiff.RegionFate.OUTLINE_CHANGED);
    assertThat(diff.regions().get(0).movedHectares()).isEmpty();
  }

  @Test
  void datasetsGoOutAndComeIn() {
    ReleaseDiff diff = diff(release(1, REGIONS), release(2, REGIONS));
    assertThat(diff.datasetsOut()).extracting(Dataset::id).containsExactly("figures@00000001");
    assertThat(diff.datasetsIn()).extracting(Dataset::id).containsExactly("figures@00000002");
  }
}
