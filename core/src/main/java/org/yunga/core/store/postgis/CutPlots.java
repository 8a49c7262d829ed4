package org.yunga.core.store.postgis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.yunga.core.aggregate.AggregateTreeBuilder;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.plot.PlotSlot;

/**
 * Adds up plots that a border may cut, as {@link TotalsSql#CUT} gives them.
 *
 * <p>What lies exactly on a border belongs to one side by a convention of the engine, not by
 * geometry: such a point, and a line that runs along a border, are asked there one by one. They are
 * rare.
 */
final class CutPlots {

  /** What is missing by no more was lost where pieces were joined: units, and a share of all. */
  private static final double LOST_UNITS = 1;

  private static final double LOST_SHARE = 1e-11;

  /** What rounding of doubles may do, in fixed-point units. */
  private static final double NOISE = 0.01;

  private final List<Geometry> grounds;
  private final Map<PlotSlot, Integer> slots;
  private final List<Sharing> sharing;
  private final Map<Integer, QueryPolygon> polygons = new HashMap<>();
  private final WKBReader wkb = new WKBReader();

  CutPlots(List<Geometry> grounds, Map<PlotSlot, Integer> slots, List<Sharing> sharing) {
    this.grounds = grounds;
    this.slots = slots;
    this.sharing = sharing;
  }

  void add(ResultSet row, List<SlotTotals> totals) throws SQLException {
    int place = row.getInt(1) - 1;
    int slot = slots.get(new PlotSlot(row.getString(2), row.getInt(3)));
    long size = row.getLong(4);
    long value = row.getLong(5); // null is none
    byte[] line = row.getBytes(9);
    long inside =
        line == null
            ? fixed(row.getDouble(6) * FixedPoint.UNITS, size)
            : byEngine(place, line).sum(0);
    boolean counts =
        switch (row.getInt(7)) {
          case 2 -> true;
          case 1 -> byEngine(place, row.getBytes(8)).count(0) == 1;
          default -> false;
        };
    if (counts && inside == size) {
      totals.get(place).addWhole(slot, 1, size, value);
    } else if (counts || inside > 0) {
      long part = sharing.get(slot).inside(value, size, inside, counts);
      totals.get(place).addCut(slot, inside, part, counts);
    }
  }

  /** Rounded down, so that the parts of a plot never hold more than the plot. */
  private static long fixed(double units, long size) {
    return units >= size - LOST_UNITS - LOST_SHARE * size ? size : (long) (units + NOISE);
  }

  private SlotTotals byEngine(int place, byte... plot) {
    AggregateTreeBuilder one = new AggregateTreeBuilder(1);
    try {
      one.add(0, wkb.read(plot));
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS writes what JTS reads", e);
    }
    return one.build()
        .totals(polygons.computeIfAbsent(place, key -> QueryPolygon.of(grounds.get(key))));
  }
}
