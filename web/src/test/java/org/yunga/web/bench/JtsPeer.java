package org.yunga.web.bench;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.web.bench.EngineData.Plot;

/**
 * The peer in the same JVM: an STRtree, a prepared polygon, OverlayNG where the border cuts. It is
 * asked what Yunga is asked: hectares inside, and plots by their interior point.
 */
final class JtsPeer {

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  private final STRtree tree = new STRtree();

  private record Entry(Plot plot, double hectares, Point inside) {}

  /** Counts and hectares by slot. */
  record Totals(long[] counts, double[] hectares) {}

  JtsPeer(List<Plot> plots) {
    GeometryFactory factory = new GeometryFactory();
    for (Plot plot : plots) {
      double hectares = plot.shape().getArea() / SQUARE_METRES_PER_HECTARE;
      Entry entry = new Entry(plot, hectares, factory.createPoint(plot.inside()));
      tree.insert(plot.shape().getEnvelopeInternal(), entry);
    }
    tree.build();
  }

  Totals bySlot(Geometry query) {
    Totals totals = new Totals(new long[EngineData.SLOTS], new double[EngineData.SLOTS]);
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(query);
    ItemVisitor visitor = item -> add((Entry) item, query, prepared, totals);
    tree.query(query.getEnvelopeInternal(), visitor);
    return totals;
  }

  private static void add(Entry entry, Geometry query, PreparedGeometry prepared, Totals totals) {
    int slot = entry.plot.slot();
    Geometry shape = entry.plot.shape();
    if (prepared.contains(shape)) {
      totals.counts[slot]++;
      totals.hectares[slot] += entry.hectares;
    } else if (prepared.intersects(shape)) {
      totals.counts[slot] += prepared.intersects(entry.inside) ? 1 : 0;
      totals.hectares[slot] +=
          OverlayNGRobust.overlay(shape, query, OverlayNG.INTERSECTION).getArea()
              / SQUARE_METRES_PER_HECTARE;
    }
  }
}
