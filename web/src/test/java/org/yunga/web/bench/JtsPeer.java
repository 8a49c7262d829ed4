package org.yunga.web.bench;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.web.bench.EngineData.Plot;

/** The peer in the same JVM: an STRtree, a prepared polygon, OverlayNG where the border cuts. */
final class JtsPeer {

  private static final double SQUARE_METRES_PER_HECTARE = 10_000;

  private final STRtree tree = new STRtree();

  private record Entry(Plot plot, double hectares) {}

  JtsPeer(List<Plot> plots) {
    for (Plot plot : plots) {
      double hectares = plot.shape().getArea() / SQUARE_METRES_PER_HECTARE;
      tree.insert(plot.shape().getEnvelopeInternal(), new Entry(plot, hectares));
    }
    tree.build();
  }

  /** Hectares by slot. */
  double[] hectares(Geometry query) {
    double[] hectares = new double[EngineData.SLOTS];
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(query);
    ItemVisitor visitor =
        item -> {
          Entry entry = (Entry) item;
          Geometry shape = entry.plot.shape();
          if (prepared.contains(shape)) {
            hectares[entry.plot.slot()] += entry.hectares;
          } else if (prepared.intersects(shape)) {
            hectares[entry.plot.slot()] +=
                OverlayNGRobust.overlay(shape, query, OverlayNG.INTERSECTION).getArea()
                    / SQUARE_METRES_PER_HECTARE;
          }
        };
    tree.query(query.getEnvelopeInternal(), visitor);
    return hectares;
  }
}
