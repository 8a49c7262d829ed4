package org.yunga.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreeLoaderTest {

  private static final PlotCounts TRIANGLE = new PlotCounts(1, 1, 3);

  private final TreeLoader loader = new TreeLoader(2, new PlotCounts(2, 2, 6), false, false);
  private final TreeLoader.Part first = loader.part(PlotCounts.NONE, TRIANGLE);
  private final TreeLoader.Part second = loader.part(TRIANGLE, TRIANGLE);

  private static void triangle(TreeLoader.Part part, double corner) {
    part.vertex(corner, corner);
    part.vertex(corner + 2, corner);
    part.vertex(corner, corner + 2);
    part.endRing();
    part.endPlot(0, 0, 0, 2_000_000, corner + 0.5, corner + 0.5, TreeLoader.NO_VALUE);
    part.close();
  }

  @Test
  void partsMayBeFilledInAnyOrder() {
    triangle(second, 100);
    triangle(first, 0);

    assertThat(loader.build(List.of(Sharing.BY_SIZE)).plots.boxes)
        .containsExactly(0, 0, 2, 2, 100, 100, 102, 102);
  }

  @Test
  void aMissingPartIsNoticed() {
    triangle(first, 0);

    assertThatThrownBy(() -> loader.build(List.of(Sharing.BY_SIZE)))
        .isInstanceOf(IllegalStateException.class);
  }
}
