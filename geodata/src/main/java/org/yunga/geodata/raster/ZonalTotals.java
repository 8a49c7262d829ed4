package org.yunga.geodata.raster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.table.Notice;

/**
 * Counts the hectares of a GeoTIFF by region and class. Windows are counted by two threads and
 * added in their order, so that the same file always gives the same numbers.
 */
public final class ZonalTotals {

  /** More would only wait for the disk, and each holds a window in memory. */
  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final Raster raster;
  private final CellMeaning meaning;
  private final Map<RegionRef, Geometry> regions;
  private final RasterProgress progress;

  ZonalTotals(
      Raster raster,
      CellMeaning meaning,
      Map<RegionRef, Geometry> regions,
      RasterProgress progress) {
    this.raster = raster;
    this.meaning = meaning;
    this.regions = regions;
    this.progress = progress;
  }

  /**
   * Counts a file.
   *
   * @param regions those without boundary are left out, and told
   * @throws ExplainedException when the file cannot be counted, or touches no region
   */
  public static RasterTotals of(
      Path file, CellMeaning meaning, Collection<Region> regions, RasterProgress progress) {
    GeoTiff raster = GeoTiff.open(file);
    Map<RegionRef, Geometry> boundaries = new LinkedHashMap<>();
    List<String> without = new ArrayList<>();
    for (Region region : regions) {
      if (region.place() instanceof Place.Boundary boundary) {
        boundaries.put(region.ref(), boundary.geometry());
      } else {
        without.add(region.name());
      }
    }
    boolean near =
        boundaries.values().stream()
            .anyMatch(b -> b.getEnvelopeInternal().intersects(raster.extent()));
    if (!near) {
      throw RasterExceptions.farAway(raster.name(), raster.frame(), raster.extent());
    }
    RasterTotals totals = new ZonalTotals(raster, meaning, boundaries, progress).count();
    List<Notice> notices = new ArrayList<>(totals.notices());
    if (raster.bands() > 1) {
      notices.add(
          new Notice(
              "raster_several_bands",
              new Bilingual(
                  "El archivo tiene " + raster.bands() + " bandas; se contó la primera.",
                  "The file has " + raster.bands() + " bands; the first was counted.")));
    }
    if (!without.isEmpty()) {
      String names = String.join(", ", without);
      notices.add(
          new Notice(
              "regions_without_boundary",
              new Bilingual(
                  "Sin límite, y por eso sin cuenta: " + names + ".",
                  "Without boundary, and so not counted: " + names + ".")));
    }
    return new RasterTotals(
        totals.regions(), totals.outside(), totals.whole(), totals.overlapHectares(), notices);
  }

  RasterTotals count() {
    RasterGrid grid = raster.grid();
    List<ZoneEdges> edges =
        regions.values().stream().map(boundary -> ZoneEdges.of(boundary, grid)).toList();
    List<Window> windows =
        Window.of(grid.rows(), grid.columns(), raster.tileRows(), raster.tileColumns());
    Sums sums = new Sums(regions.size());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<WindowCount>> waiting = new ArrayList<>();
      List<Raster.Cells> readers = new ArrayList<>();
      try {
        for (int i = 0; i < THREADS; i++) {
          readers.add(raster.open());
        }
        for (int i = 0; i < windows.size(); i++) {
          if (i >= THREADS) {
            sums.add(result(waiting.get(i - THREADS)));
            waiting.set(i - THREADS, null);
            progress.counted(sums.cells, (long) grid.rows() * grid.columns());
          }
          Raster.Cells reader = readers.get(i % THREADS);
          Window window = windows.get(i);
          Callable<WindowCount> task = () -> WindowCount.of(raster, reader, meaning, edges, window);
          waiting.add(threads.submit(task));
        }
        for (int i = Math.max(0, windows.size() - THREADS); i < windows.size(); i++) {
          sums.add(result(waiting.get(i)));
          progress.counted(sums.cells, (long) grid.rows() * grid.columns());
        }
      } finally {
        threads.shutdownNow();
        awaitEnd(threads);
        readers.forEach(Raster.Cells::close);
      }
    } finally {
      threads.shutdownNow();
    }
    return sums.totals(regions);
  }

  /** Readers may be closed only when no thread uses them. */
  private static void awaitEnd(ExecutorService threads) {
    try {
      threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static WindowCount result(Future<WindowCount> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while counting a raster", e);
    }
  }

  /** The sums of all windows so far. */
  private static final class Sums {
    private final Tally.Slots slots = new Tally.Slots();
    private final List<Tally> zones = new ArrayList<>();
    private final Tally outside = new Tally();
    private final Tally whole = new Tally();
    private double overlap;
    private long cells;

    Sums(int zoneCount) {
      for (int i = 0; i < zoneCount; i++) {
        zones.add(new Tally());
      }
    }

    void add(WindowCount count) {
      int[] renumbered = count.slots().in(slots);
      count.zones().forEach((zone, tally) -> zones.get(zone).addAll(tally, renumbered));
      outside.addAll(count.outside(), renumbered);
      whole.addAll(count.whole(), renumbered);
      overlap += count.overlap();
      cells += count.cells();
    }

    RasterTotals totals(Map<RegionRef, Geometry> regions) {
      Map<RegionRef, ZoneHectares> results = new LinkedHashMap<>();
      double nodata = 0;
      int i = 0;
      for (Map.Entry<RegionRef, Geometry> region : regions.entrySet()) {
        ZoneHectares result =
            zones.get(i++).result(slots, EqualAreaFrame.hectares(region.getValue()));
        nodata += result.nodata();
        results.put(region.getKey(), result);
      }
      List<Notice> notices = new ArrayList<>();
      if (nodata > 0) {
        String hectares = String.format(Locale.ROOT, "%,.1f ha", nodata);
        notices.add(
            new Notice(
                "raster_nodata",
                new Bilingual(
                    hectares
                        + " de las regiones caen en celdas sin datos; no cuentan en ninguna clase.",
                    hectares
                        + " of the regions lie in cells without data; they count in no class.")));
      }
      return new RasterTotals(
          results, outside.result(slots, 0), whole.result(slots, 0), overlap, notices);
    }
  }
}
