package org.yunga.geodata.plots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.yunga.geodata.crs.CoordinateFrame;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.RowFlaw;

/**
 * Checks rows on all cores while the file is being read, and hands them on in the order of the
 * file. A few batches are in memory at a time.
 */
final class PlotStream {

  private static final int BATCH = 2048;
  private static final int BATCHES = 4;

  private final RowCheck check;
  private final CoordinateFrame frame;
  private final Deque<ForkJoinTask<List<RowCheck.Checked>>> underWay = new ArrayDeque<>();

  PlotStream(RowCheck check, CoordinateFrame frame) {
    this.check = check;
    this.frame = frame;
  }

  private record Placed(Row row, Optional<Geometry> lonLat) {}

  /** Checks all rows; returns how many there were. */
  long forEach(Iterator<Row> rows, Consumer<RowCheck.Checked> consumer) {
    long count = 0;
    List<Placed> batch = new ArrayList<>(BATCH);
    while (rows.hasNext()) {
      batch.add(placed(rows.next()));
      count++;
      if (batch.size() == BATCH) {
        begin(batch, consumer);
        batch = new ArrayList<>(BATCH);
      }
    }
    begin(batch, consumer);
    while (!underWay.isEmpty()) {
      underWay.poll().join().forEach(consumer);
    }
    return count;
  }

  /** Transformed here, by one thread: GeoTools does not promise more. */
  private Placed placed(Row row) {
    if (frame.isLonLat() || row.geometry().filter(given -> !given.isEmpty()).isEmpty()) {
      return new Placed(row, row.geometry());
    }
    Geometry given = row.geometry().get();
    Optional<Geometry> lonLat = frame.toLonLat(given);
    if (lonLat.isPresent()) {
      return new Placed(row, lonLat);
    }
    List<RowFlaw> flaws = new ArrayList<>(row.flaws());
    String at = given.getCoordinate().x + ", " + given.getCoordinate().y;
    flaws.add(new RowFlaw.OutsideOfCrs("feature " + row.number(), at, frame.name()));
    return new Placed(new Row(row.number(), row.geometry(), row.values(), flaws), Optional.empty());
  }

  private void begin(List<Placed> batch, Consumer<RowCheck.Checked> consumer) {
    underWay.add(
        ForkJoinPool.commonPool()
            .submit(
                () ->
                    batch.stream()
                        .map(placed -> check.check(placed.row(), placed.lonLat()))
                        .toList()));
    if (underWay.size() > BATCHES) {
      underWay.poll().join().forEach(consumer);
    }
  }
}
