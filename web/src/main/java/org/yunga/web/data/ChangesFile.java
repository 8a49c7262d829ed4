package org.yunga.web.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.yunga.core.dataset.Release;
import org.yunga.core.monitor.ReleaseDiff;
import org.yunga.core.region.Region;
import org.yunga.core.snapshot.Snapshot;
import org.yunga.web.api.ReleaseDiffResource;

/** What the newest release changed in one region and in what lies in it. */
final class ChangesFile {

  /** More rows than anybody reads; how many there are is told. */
  private static final int MOST = 100;

  private ChangesFile() {}

  /**
   * The file.
   *
   * @param before the release before; empty for the first one
   */
  static Map<String, Object> of(OfficeScope scope, Optional<Snapshot> before) {
    Map<String, Object> file = new LinkedHashMap<>();
    Release release = scope.snapshot().release();
    file.put("release", release.id());
    file.put("released", release.publishedAt().toString());
    file.put("since", before.map(snapshot -> snapshot.release().id()).orElse(null));
    before.ifPresent(
        snapshot -> put(file, scope, scope.monitor().changesSince(snapshot, Optional.empty())));
    return file;
  }

  private static void put(Map<String, Object> file, OfficeScope scope, ReleaseDiff diff) {
    Predicate<Region> own = region -> isOwn(scope, region);
    List<ReleaseDiff.FigureChange> figures =
        diff.figures().stream().filter(change -> own.test(change.region())).toList();
    List<ReleaseDiff.RegionChange> regions =
        diff.regions().stream().filter(change -> own.test(change.region())).toList();
    file.put("datasets", diff.datasetsIn().stream().map(dataset -> dataset.title()).toList());
    file.put("figure_count", figures.size());
    file.put("figures", figures.stream().limit(MOST).map(ReleaseDiffResource::figure).toList());
    file.put("region_count", regions.size());
    file.put("regions", regions.stream().limit(MOST).map(ReleaseDiffResource::region).toList());
  }

  /** A region that is gone lies nowhere any more, except for the office itself. */
  private static boolean isOwn(OfficeScope scope, Region region) {
    boolean known =
        scope.snapshot().regions(region.ref().regionSet()).stream()
            .anyMatch(r -> r.ref().equals(region.ref()));
    return known && scope.isWithin(region);
  }
}
