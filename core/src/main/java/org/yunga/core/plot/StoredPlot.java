package org.yunga.core.plot;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.space.EqualAreaFrame;

/**
 * A plot with the measures that totals are made of, for totals that are made elsewhere.
 *
 * @param slot kind and year
 * @param number in the order of the delivery
 * @param size fixed-point area or length
 * @param value fixed-point value, when it has one
 * @param inside where it counts, metres of the equal-area frame
 * @param metres its outline in that frame, vertex by vertex the one that a tree has
 */
public record StoredPlot(
    PlotSlot slot, int number, long size, OptionalLong value, Coordinate inside, Geometry metres) {

  /** Hands out the plots of a pack in the order of the curve, a block in memory at a time. */
  public static void forEach(PlotPack pack, Consumer<StoredPlot> consumer) {
    pack.blocks()
        .forEach(
            block -> {
              RecordReader records = new RecordReader(block.bytes());
              while (records.next()) {
                consumer.accept(next(pack, records));
              }
            });
  }

  private static StoredPlot next(PlotPack pack, RecordReader records) {
    Geometry metres = EqualAreaFrame.project(PlotUnpacker.geometry(pack.form(), records));
    Coordinate first = metres.getCoordinates()[0];
    return new StoredPlot(
        pack.slots().get(records.slot()),
        records.number(),
        records.size(),
        records.value() < 0 ? OptionalLong.empty() : OptionalLong.of(records.value()),
        new Coordinate(records.inside(first.x), records.inside(first.y)),
        metres);
  }
}
