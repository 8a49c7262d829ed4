package org.yunga.core.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each of the engine's inner loops costs, on seeded plots: scripts/bench kernels. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBench {

  /**
   * Inputs of a kind: enough that no branch is learnt by heart, few enough to stay in the cache.
   */
  private static final int INPUTS = 64;

  private static final int SLOTS = 60;

  /** Plots in valleys, as fields lie. */
  private static AggregateTree tree(Random random, int count, double extent) {
    AggregateTreeBuilder builder = new AggregateTreeBuilder(SLOTS);
    double x = 0;
    double y = 0;
    for (int i = 0; i < count; i++) {
      if (i % 1_000 == 0) {
        x = extent * random.nextDouble();
        y = extent * random.nextDouble();
      }
      double plotX = x + 5_000 * random.nextGaussian();
      double plotY = y + 5_000 * random.nextGaussian();
      builder.add(i % SLOTS, Shapes.star(random, plotX, plotY, 60, 7));
    }
    return builder.build();
  }

  /** A plot that the border cuts, clipped. */
  @State(Scope.Thread)
  public static class Cut {
    private final Clipper clipper = new Clipper();
    private final QueryPolygon[] polygons = new QueryPolygon[INPUTS];
    private final EdgeList[] lists = new EdgeList[INPUTS];
    private final int[] from = new int[INPUTS];
    private final int[] to = new int[INPUTS];
    private final boolean[][] ringInside = new boolean[INPUTS][];
    private PlotArrays plots;

    /** Whether one edge crosses the plot, or a corner of the polygon lies in it. */
    @Param({"line", "corner"})
    public String by;

    /** Draws a polygon over each plot. */
    @Setup
    public void prepare() {
      Random random = new Random(1);
      plots = tree(random, INPUTS, 100_000).plots;
      for (int i = 0; i < INPUTS; i++) {
        double x = plots.insideX[i];
        double y = plots.insideY[i];
        double aside = by.equals("line") ? 5_000 : 0;
        polygons[i] =
            QueryPolygon.of(Shapes.polygon(x - aside, y, x + 9_000, y + 10, x + 10, y + 9_000));
        EdgeList list = new EdgeList();
        int blocks = list.fill(polygons[i]);
        int at = 4 * i;
        float[] box = plots.boxes;
        lists[i] = list;
        from[i] = blocks;
        to[i] =
            list.narrow(
                polygons[i],
                0,
                blocks,
                box[at],
                box[at + 1],
                box[at],
                box[at + 1],
                box[at + 2],
                box[at + 3],
                true);
        int v = plots.firstVertex[plots.firstRing[i]];
        ringInside[i] = new boolean[] {Parity.inside(polygons[i], plots.xs[v], plots.ys[v])};
      }
    }
  }

  /** Clips one plot. */
  @Benchmark
  @OperationsPerInvocation(INPUTS)
  public long clip(Cut cut) {
    long sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      EdgeList list = cut.lists[i];
      int from = cut.from[i];
      int to = cut.to[i];
      sum +=
          list.isLine(from, to)
              ? cut.clipper.insideLine(cut.polygons[i], list.edge(from), cut.plots, i, false)
              : cut.clipper.inside(
                  cut.polygons[i], list, from, to, cut.plots, i, cut.ringInside[i]);
    }
    return sum;
  }

  /** A country of plots, and polygons drawn over it. */
  @State(Scope.Thread)
  public static class Drawn {
    private static final int POLYGONS = 8;
    private static final double EXTENT = 1_000_000;

    private AggregateTree tree;
    private final QueryPolygon[] polygons = new QueryPolygon[POLYGONS];

    /** Diameter of the polygons. */
    @Param({"10", "100", "500"})
    public int kilometres;

    /** Makes the plots, and polygons round some of them. */
    @Setup
    public void prepare() {
      Random random = new Random(2);
      tree = tree(random, 200_000, EXTENT);
      for (int i = 0; i < POLYGONS; i++) {
        int place = random.nextInt(tree.size());
        polygons[i] =
            QueryPolygon.of(
                Shapes.star(
                    random,
                    tree.plots.insideX[place],
                    tree.plots.insideY[place],
                    500.0 * kilometres,
                    24));
      }
    }
  }

  /** Totals of one drawn polygon over 200 thousand plots. */
  @Benchmark
  @OperationsPerInvocation(Drawn.POLYGONS)
  public long descend(Drawn drawn) {
    long border = 0;
    for (QueryPolygon polygon : drawn.polygons) {
      border += drawn.tree.totals(polygon).borderPlots();
    }
    return border;
  }

  /** Ranges of the curve. */
  @State(Scope.Thread)
  public static class Ranges {
    private static final int COUNT = 20_000;

    private final SlotTotals totals = new SlotTotals(SLOTS);
    private final int[] ends = new int[INPUTS + 1];
    private PrefixSums prefix;

    /** Draws the ranges' ends. */
    @Setup
    public void prepare() {
      Random random = new Random(3);
      prefix = tree(random, COUNT, 100_000).prefix;
      for (int i = 0; i <= INPUTS; i++) {
        ends[i] = random.nextInt(COUNT);
      }
    }
  }

  /** Totals of one range: two rows of prefix sums and two walks. */
  @Benchmark
  @OperationsPerInvocation(INPUTS)
  public SlotTotals range(Ranges ranges) {
    for (int i = 0; i < INPUTS; i++) {
      int one = ranges.ends[i];
      int other = ranges.ends[i + 1];
      ranges.prefix.add(Math.min(one, other), Math.max(one, other), ranges.totals);
    }
    return ranges.totals;
  }

  /** An outline, and points in its box. */
  @State(Scope.Thread)
  public static class Outline {
    private final List<Coordinate> points = new ArrayList<>();
    private Geometry shape;
    private QueryPolygon polygon;

    /** Vertices: as drawn by hand, and as surveyed. */
    @Param({"12", "10000"})
    public int vertices;

    /** Draws it. */
    @Setup
    public void prepare() {
      Random random = new Random(4);
      shape = Shapes.outline(random, 0, 0, 50_000, vertices);
      polygon = QueryPolygon.of(shape);
      for (int i = 0; i < INPUTS; i++) {
        double x = 40_000 * (random.nextDouble() - 0.5);
        points.add(new Coordinate(x, 40_000 * (random.nextDouble() - 0.5)));
      }
    }
  }

  /** An outline made ready to be asked with. */
  @Benchmark
  public QueryPolygon prepare(Outline outline) {
    return QueryPolygon.of(outline.shape);
  }

  /** Whether one point lies inside, from nothing. */
  @Benchmark
  @OperationsPerInvocation(INPUTS)
  public int parity(Outline outline) {
    int inside = 0;
    for (Coordinate point : outline.points) {
      inside += Parity.inside(outline.polygon, point.x, point.y) ? 1 : 0;
    }
    return inside;
  }
}
