package org.yunga.geodata.bulk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.plot.Plot;
import org.yunga.geodata.format.Formats;
import org.yunga.geodata.table.Column;
import org.yunga.geodata.table.ColumnType;
import org.yunga.geodata.table.Format;
import org.yunga.geodata.table.GeometryColumn;
import org.yunga.geodata.table.GeometryType;
import org.yunga.geodata.table.Row;
import org.yunga.geodata.table.Table;
import org.yunga.geodata.table.TableWriter;
import org.yunga.geodata.table.WriteOptions;

/**
 * Seeded plots, nine in ten of them in one valley, and regions: nine districts, beyond which some
 * plots lie, and two zones with ragged borders and a hole that overlap in the valley.
 */
final class World {

  static final long SEED = Long.getLong("yunga.seed", 2026);

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final String[] KINDS = {"coca_field", "reforested_lot"};

  /** A region of a set. */
  record Region(String set, String code, Geometry boundary) {}

  private World() {}

  static List<Plot> plots(int count) {
    Random random = new Random(SEED);
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean valley = random.nextInt(10) > 0;
      double x = valley ? -76.05 + 0.1 * random.nextDouble() : -77.2 + 2.4 * random.nextDouble();
      double y = valley ? -8.52 + 0.05 * random.nextDouble() : -9.7 + 2.4 * random.nextDouble();
      plots.add(
          new Plot(
              KINDS[random.nextInt(2)],
              2020 + random.nextInt(3),
              field(random, x, y),
              random.nextInt(3) == 0
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(random.nextInt(50) / 4.0)));
    }
    return plots;
  }

  /** Four to eight corners round a point, some 100 m away. */
  private static Geometry field(Random random, double x, double y) {
    int corners = 4 + random.nextInt(5);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = 0.0005 + 0.001 * random.nextDouble();
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return GEOMETRIES.createPolygon(ring);
  }

  static List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double west = -77 + i % 3 * 0.7;
      double south = -9.5 + i / 3 * 0.7;
      double east = -77 + (i % 3 + 1) * 0.7;
      double north = -9.5 + (i / 3 + 1) * 0.7;
      regions.add(
          new Region(
              "districts",
              "22010" + (i + 1),
              GEOMETRIES.toGeometry(
                  new org.locationtech.jts.geom.Envelope(west, east, south, north))));
    }
    regions.add(
        new Region(
            "zei",
            "A",
            wkt(
                "POLYGON ((-76.3 -8.7, -76.01 -8.51, -75.99 -8.499, -75.7 -8.3, -76.3 -8.3,"
                    + " -76.3 -8.7), (-76.02 -8.49, -76.02 -8.48, -76.01 -8.48, -76.02 -8.49))")));
    regions.add(
        new Region(
            "zei",
            "B",
            wkt(
                "MULTIPOLYGON (((-76.04 -8.6, -75.9 -8.6, -75.9 -8.4, -76.04 -8.6)),"
                    + " ((-77 -9, -76.5 -9, -76.5 -8, -77 -9)))")));
    return regions;
  }

  static Geometry wkt(String text) {
    try {
      return new WKTReader(GEOMETRIES).read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Writes plots much as {@code yunga export --plots} does. */
  static Path write(List<Plot> plots, Path file) {
    Table table =
        new Table(
            "plots",
            List.of(
                new Column("plot", ColumnType.TEXT),
                new Column("kind", ColumnType.TEXT),
                new Column("year", ColumnType.INTEGER),
                new Column("familias", ColumnType.DECIMAL)),
            Optional.of(GeometryColumn.lonLat(GeometryType.POLYGON)));
    List<Row> rows = new ArrayList<>();
    for (Plot plot : plots) {
      rows.add(
          Row.of(
              rows.size() + 1L,
              Optional.of(plot.geometry()),
              "plots#" + rows.size(),
              plot.kind(),
              (long) plot.year(),
              plot.value().isPresent() ? (Double) plot.value().getAsDouble() : null));
    }
    return write(table, rows, file);
  }

  static Path writeRegions(List<Region> regions, Path file) {
    Table table =
        new Table(
            "regions",
            List.of(
                new Column("region_set", ColumnType.TEXT),
                new Column("region_code", ColumnType.TEXT)),
            Optional.of(GeometryColumn.lonLat(GeometryType.GEOMETRY)));
    List<Row> rows = new ArrayList<>();
    for (Region region : regions) {
      rows.add(
          Row.of(rows.size() + 1L, Optional.of(region.boundary()), region.set(), region.code()));
    }
    return write(table, rows, file);
  }

  private static Path write(Table table, List<Row> rows, Path file) {
    String name = file.getFileName().toString();
    Format format =
        Formats.WRITTEN.stream()
            .filter(one -> name.endsWith("." + one.extensions().get(0)))
            .findFirst()
            .orElseThrow();
    try (TableWriter writer = format.write(file, table, WriteOptions.NONE)) {
      rows.forEach(writer::write);
      writer.finish();
    }
    return file;
  }
}
