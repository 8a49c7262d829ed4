package org.yunga.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yunga.core.Fixtures.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.snapshot.Snapshot;

/** Four departments of four districts each; see {@link GuardedWorld}. */
class RegionTreeTest {

  private static RegionTree tree(List<Region> regions) {
    Release release = new Release(1, Instant.EPOCH, List.of());
    return new RegionTree(
        Snapshot.of(
            new ReleaseContent(release, catalogue(), regions, List.of()), Optional.empty()));
  }

  private static Region withParent(Region region, Optional<RegionRef> parent) {
    return new Region(
        region.ref(), region.name(), parent, region.note(), region.place(), region.members());
  }

  private static void assertAsNamed(RegionTree tree) {
    for (Region region : GuardedWorld.regions()) {
      if (region.parent().isPresent()) {
        int node = tree.node(region.ref()).orElseThrow();
        assertThat(tree.region(tree.parent(node)).ref())
            .as(region.ref().toString())
            .isEqualTo(region.parent().get());
      }
    }
  }

  @Test
  void aRegionLiesInItsParent() {
    assertAsNamed(tree(GuardedWorld.regions()));
  }

  @Test
  void aRegionWhoseParentTheReleaseLacksLiesWhereItsGroundIs() {
    Optional<RegionRef> unknown = Optional.of(new RegionRef("provinces", "2301"));
    assertAsNamed(
        tree(
            GuardedWorld.regions().stream()
                .map(r -> r.ref().regionSet().equals("districts") ? withParent(r, unknown) : r)
                .toList()));
  }
}
