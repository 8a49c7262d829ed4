package org.yunga.web.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yunga.core.aggregate.AggregateTree;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.web.PrivatePostgis;
import org.yunga.web.bench.EngineData.Plot;
import org.yunga.web.bench.PostgisPeer.Cell;

/** The tree and the same question in SQL give the same answer. */
class PostgisContractTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double EXTENT = 20_000;

  @Test
  void thePostgisAnswerIsTheSame() throws Exception {
    try (PrivatePostgis cluster = PrivatePostgis.database();
        PostgisPeer postgis = new PostgisPeer(cluster.jdbcUrl())) {
      compare(postgis);
    }
  }

  private static void compare(PostgisPeer postgis) throws Exception {
    Random random = new Random(1);
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Geometry shape = star(random, 60, 5 + random.nextInt(5));
      plots.add(new Plot(i % EngineData.SLOTS, shape, InteriorPoint.getInteriorPoint(shape)));
    }
    AggregateTree tree = EngineData.tree(plots);
    postgis.loadPlots(plots);
    for (int q = 0; q < 200; q++) {
      Geometry query = star(random, 100 + random.nextInt(8_000), 3 + random.nextInt(100));
      SlotTotals ours = tree.totals(QueryPolygon.of(query));
      Map<String, Cell> theirs = postgis.bySlotExactly(query);
      for (int slot = 0; slot < EngineData.SLOTS; slot++) {
        Cell cell = theirs.getOrDefault(String.valueOf(slot), new Cell(0, 0));
        assertThat(ours.count(slot)).as("count, query %d", q).isEqualTo(cell.count());
        // 1e-9, or a square millimetre for each plot that the border cuts
        assertThat(FixedPoint.hectares(ours.sum(slot)))
            .as("hectares, query %d", q)
            .isCloseTo(
                cell.hectares(), within(1e-9 * cell.hectares() + 1e-10 * ours.borderPlots()));
      }
    }
  }

  private static Geometry star(Random random, double size, int corners) {
    double x = -8_500_000 + EXTENT * random.nextDouble();
    double y = -1_100_000 + EXTENT * random.nextDouble();
    Coordinate[] points = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = size * (0.6 + 0.4 * random.nextDouble());
      points[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    points[corners] = points[0].copy();
    return FACTORY.createPolygon(points);
  }
}
