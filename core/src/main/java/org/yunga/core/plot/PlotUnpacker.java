package org.yunga.core.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.PlotCounts;
import org.yunga.core.space.DegreeGrid;

/**
 * Makes plots of packs again, in the order of their delivery, for copies and exports: as they came,
 * on the grid, exterior rings counter-clockwise. Holds all records in memory meanwhile, some 90
 * bytes a plot.
 */
public final class PlotUnpacker implements PlotSource {

  private static final int WGS84 = 4326;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), WGS84);

  private final List<PlotPack> packs;

  private PlotUnpacker(List<PlotPack> packs) {
    this.packs = List.copyOf(packs);
  }

  /** The plots of all packs of a dataset. */
  public static PlotSource of(List<PlotPack> packs) {
    return new PlotUnpacker(packs);
  }

  private record Block(PlotPack pack, RecordReader records) {}

  @Override
  public void forEach(Consumer<Plot> consumer) {
    int plots = packs.stream().map(PlotPack::counts).mapToInt(PlotCounts::plots).sum();
    int[] block = new int[plots];
    int[] position = new int[plots];
    List<Block> blocks = new ArrayList<>();
    for (PlotPack pack : packs) {
      pack.blocks()
          .forEach(
              packed -> {
                RecordReader records = new RecordReader(packed.bytes());
                for (int start = 0; records.next(); start = records.position()) {
                  records.skipShape();
                  block[records.number()] = blocks.size();
                  position[records.number()] = start;
                }
                blocks.add(new Block(pack, records));
              });
    }
    for (int number = 0; number < plots; number++) {
      Block at = blocks.get(block[number]);
      at.records().position(position[number]);
      consumer.accept(plot(at.pack(), at.records()));
    }
  }

  private static Plot plot(PlotPack pack, RecordReader records) {
    records.next();
    PlotSlot slot = pack.slots().get(records.slot());
    OptionalDouble value =
        records.value() < 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(records.value() / FixedPoint.UNITS);
    return new Plot(slot.kind(), slot.year(), geometry(pack.form(), records), value);
  }

  static Geometry geometry(PlotForm form, RecordReader records) {
    return switch (form) {
      case POINT -> FACTORY.createPoint(chain(records, 0, false)[0]);
      case LINE -> lines(records);
      case AREA -> polygons(records);
    };
  }

  private static Geometry lines(RecordReader records) {
    List<LineString> lines = new ArrayList<>();
    for (int ring = 0; ring < records.rings(); ring++) {
      lines.add(FACTORY.createLineString(chain(records, ring, false)));
    }
    return records.multi()
        ? FACTORY.createMultiLineString(lines.toArray(LineString[]::new))
        : lines.get(0);
  }

  private static Geometry polygons(RecordReader records) {
    List<Polygon> polygons = new ArrayList<>();
    int ring = 0;
    while (ring < records.rings()) {
      LinearRing shell = FACTORY.createLinearRing(chain(records, ring++, true));
      List<LinearRing> holes = new ArrayList<>();
      while (ring < records.rings() && records.hole(ring)) {
        holes.add(FACTORY.createLinearRing(chain(records, ring++, true)));
      }
      polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }
    return records.multi()
        ? FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new))
        : polygons.get(0);
  }

  private static Coordinate[] chain(RecordReader records, int ring, boolean closed) {
    int vertices = records.vertices(ring);
    Coordinate[] chain = new Coordinate[vertices + (closed ? 1 : 0)];
    for (int i = 0; i < vertices; i++) {
      records.nextVertex();
      chain[i] =
          new CoordinateXY(
              DegreeGrid.degrees(records.longitude()), DegreeGrid.degrees(records.latitude()));
    }
    if (closed) {
      chain[vertices] = chain[0].copy();
    }
    return chain;
  }
}
