package org.yunga.geodata.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.yunga.core.space.EqualAreaFrame;

/** What is told against whoever adds and subtracts. */
class SuppressionTest {

  private static RegionList.One region(String set, String code, String wkt) {
    return RegionList.One.of(set, code, EqualAreaFrame.project(World.wkt(wkt)));
  }

  private static String box(double west, double south, double east, double north) {
    return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
        .formatted(west, south, east, north);
  }

  @Test
  void setsThatDivideEachOtherAreOneTreeAndOthersAreLeftOut() {
    List<RegionList.One> regions =
        List.of(
            region("zei", "Z", box(-76.5, -9.5, -75.5, -8.5)),
            region("districts", "0101", box(-77, -10, -76, -9)),
            region("districts", "0102", box(-77, -9, -76, -8)),
            region("districts", "0201", box(-76, -10, -75, -9)),
            region("departments", "01", box(-77, -10, -76, -8)),
            region("departments", "02", box(-76, -10, -75, -8)),
            region("parks", "A", box(-77, -10, -76, -9)),
            region("parks", "B", box(-77, -10, -76.5, -9)));
    Nesting nesting = Nesting.of(regions);
    assertThat(nesting.regions())
        .extracting(RegionList.One::code)
        .containsExactly("01", "02", "0101", "0102", "0201");
    assertThat(nesting.parents()).containsExactly(0, 0, 0, 1, 1, 2);
    assertThat(nesting.crossing()).isEqualTo(Set.of("zei", "parks"));
  }

  /** Any group of regions whose sum follows from what is told has no plots, or three or more. */
  @RepeatedTest(60)
  void noSumOrDifferenceTellsOfFewPlots(RepetitionInfo repetition) {
    Random random = new Random(World.SEED + repetition.getCurrentRepetition());
    List<Integer> parents = new ArrayList<>(List.of(0));
    int outer = 1 + random.nextInt(3);
    for (int i = 0; i < outer; i++) {
      parents.add(0);
    }
    for (int i = 0; i < 5; i++) {
      parents.add(random.nextInt(outer + 1));
    }
    // leaf n is what of node n lies in none of its regions
    int nodes = parents.size();
    long[] leaves = new long[nodes];
    long[] counts = new long[nodes];
    for (int node = 0; node < nodes; node++) {
      leaves[node] = random.nextInt(3) == 0 ? 0 : random.nextInt(6);
      for (int at = node; ; at = parents.get(at)) {
        counts[at] += leaves[node];
        if (at == 0) {
          break;
        }
      }
    }
    List<Sums> sums = new ArrayList<>();
    for (long count : counts) {
      sums.add(new Sums(count, count * 1_000, 0));
    }
    BitSet withheld = Suppression.of(new Nesting(List.of(), parents, Set.of()), sums);

    double[][] told = told(parents, withheld);
    int rank = rank(told);
    for (int group = 1; group < 1 << nodes; group++) {
      long plots = 0;
      double[] row = new double[nodes];
      for (int node = 0; node < nodes; node++) {
        if ((group >> node & 1) == 1) {
          plots += leaves[node];
          row[node] = 1;
        }
      }
      double[][] more = told(parents, withheld);
      more[more.length - 1] = row;
      if (plots > 0 && plots < Suppression.FEWEST && counts[0] >= Suppression.FEWEST) {
        assertThat(rank(more)).as("group %s of %s", group, parents).isGreaterThan(rank);
      }
    }
  }

  /** A row for each node that is told: which leaves it is the sum of. One row more stays empty. */
  private static double[][] told(List<Integer> parents, BitSet withheld) {
    int nodes = parents.size();
    double[][] rows = new double[nodes + 1][nodes];
    for (int leaf = 0; leaf < nodes; leaf++) {
      for (int at = leaf; ; at = parents.get(at)) {
        rows[at][leaf] = withheld.get(at) ? 0 : 1;
        if (at == 0) {
          break;
        }
      }
    }
    return rows;
  }

  private static int rank(double[][] given) {
    double[][] rows = new double[given.length][];
    for (int i = 0; i < given.length; i++) {
      rows[i] = given[i].clone();
    }
    int rank = 0;
    for (int column = 0; column < rows[0].length; column++) {
      int pivot = rank;
      while (pivot < rows.length && Math.abs(rows[pivot][column]) < 1e-9) {
        pivot++;
      }
      if (pivot == rows.length) {
        continue;
      }
      double[] swap = rows[rank];
      rows[rank] = rows[pivot];
      rows[pivot] = swap;
      for (int i = rank + 1; i < rows.length; i++) {
        double factor = rows[i][column] / rows[rank][column];
        for (int k = column; k < rows[0].length; k++) {
          rows[i][k] -= factor * rows[rank][k];
        }
      }
      rank++;
    }
    return rank;
  }
}
