package org.yunga.geodata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yunga.core.aggregate.FixedPoint;
import org.yunga.core.aggregate.PlotMeasures;
import org.yunga.core.aggregate.QueryPolygon;
import org.yunga.core.aggregate.RegionOverlay;
import org.yunga.core.aggregate.RegionTotals;
import org.yunga.core.aggregate.SlotTotals;
import org.yunga.core.dataset.Delivery;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.ReleaseContent;
import org.yunga.core.plot.Plot;
import org.yunga.core.plot.PlotIndex;
import org.yunga.core.plot.PlotSlot;
import org.yunga.core.space.DegreeGrid;
import org.yunga.core.space.EqualAreaFrame;
import org.yunga.geodata.inspect.Intake;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.reference.ReferenceData;

/** A job on this machine against one tree over everything, and against overlays by JTS. */
class TotalsTest extends SparkTest {

  private static final List<Plot> PLOTS = World.plots(3_000);

  private static List<PlotSlot> slots() {
    return List.copyOf(
        new TreeSet<>(PLOTS.stream().map(plot -> new PlotSlot(plot.kind(), plot.year())).toList()));
  }

  /** Nine tenths in one valley, read in several parts, in each format: the tree's own numbers. */
  @ParameterizedTest
  @ValueSource(strings = {"parquet", "gpkg", "csv"})
  void itAgreesWithTheTreeToTheLastDigit(String format) {
    Path plots = World.write(PLOTS, folder.resolve("plots." + format));
    Path regions = World.writeRegions(REGIONS, folder.resolve("regions." + format));
    run(plots, regions, out(), "--value-column", "familias");

    Map<Cell, Row> cells = read(out());
    List<PlotSlot> slots = slots();
    PlotIndex index = PlotIndex.of(slots, PLOTS::forEach);
    for (String set : List.of("districts", "zei")) {
      List<World.Region> own = REGIONS.stream().filter(one -> one.set().equals(set)).toList();
      List<QueryPolygon> polygons =
          own.stream().map(one -> QueryPolygon.of(EqualAreaFrame.project(one.boundary()))).toList();
      RegionTotals expected =
          index.totals(
              set.equals("zei")
                  ? RegionOverlay.overlapping(polygons)
                  : RegionOverlay.disjoint(polygons));
      for (int i = 0; i < own.size(); i++) {
        assertSame(cells, set, own.get(i).code(), slots, expected.regions().get(i));
      }
      expected.outside().ifPresent(rest -> assertSame(cells, set, "", slots, rest));
    }
    assertThat(cells).as("nothing else").hasSize((9 + 1 + 2) * slots.size());
  }

  private static void assertSame(
      Map<Cell, Row> cells, String set, String code, List<PlotSlot> slots, SlotTotals expected) {
    for (int slot = 0; slot < slots.size(); slot++) {
      PlotSlot of = slots.get(slot);
      Row row = cells.get(new Cell(set, code, "area", of.kind(), of.year()));
      assertThat(row).as(set + "/" + code).isNotNull();
      assertThat(row.<Long>getAs("count")).isEqualTo(expected.count(slot));
      assertThat(row.<Double>getAs("hectares")).isEqualTo(FixedPoint.hectares(expected.sum(slot)));
      assertThat(row.<Double>getAs("value")).isEqualTo(expected.value(slot) / FixedPoint.UNITS);
      assertThat(row.<Double>getAs("metres")).isNull();
    }
  }

  @Test
  void theFilesAreReadInSeveralParts() {
    Path plots = World.write(PLOTS, folder.resolve("plots.csv"));
    assertThat(
            GeoTable.open(SPARK, plots.toString(), Optional.empty(), "")
                .rows()
                .javaRDD()
                .getNumPartitions())
        .isGreaterThan(3);
  }

  /** The tree is not trusted alone: clipped by OverlayNG, counted by interior points. */
  @Test
  void itAgreesWithOverlays() {
    run(World.write(PLOTS, folder.resolve("plots.parquet")), regions(), out());
    Map<Cell, Row> cells = read(out());
    for (World.Region region : REGIONS) {
      Geometry metres = EqualAreaFrame.project(region.boundary());
      double hectares = 0;
      long count = 0;
      for (Plot plot : PLOTS) {
        if (plot.kind().equals("coca_field") && plot.year() == 2021) {
          Geometry field = EqualAreaFrame.project(onGrid(plot.geometry()));
          hectares +=
              OverlayNGRobust.overlay(field, metres, OverlayNG.INTERSECTION).getArea() / 10_000;
          Geometry inside = metres.getFactory().createPoint(PlotMeasures.inside(field));
          count += metres.intersects(inside) ? 1 : 0;
        }
      }
      Row row = cells.get(new Cell(region.set(), region.code(), "area", "coca_field", 2021));
      assertThat(row.<Long>getAs("count")).isEqualTo(count);
      assertThat(row.<Double>getAs("hectares")).isCloseTo(hectares, within(1e-9 * hectares + 1e-6));
    }
  }

  /** Ground that two regions of a division claim is taken off its outside once, as in a release. */
  @Test
  void whatLiesInTwoRegionsIsNotTakenOffTheOutsideTwice() {
    String fields = "kind,year,wkt\n";
    for (String point : List.of("-76.5 -9", "-76.5 -9.1", "-76.9 -9", "-70 -5")) {
      fields += "well,2020,POINT (" + point + ")\n";
    }
    List<World.Region> overlapping =
        List.of(
            new World.Region(
                "departments",
                "10",
                World.wkt("POLYGON ((-77 -9.5, -76.4 -9.5, -76.4 -8, -77 -8, -77 -9.5))")),
            new World.Region(
                "departments",
                "22",
                World.wkt("POLYGON ((-76.6 -9.5, -76 -9.5, -76 -8, -76.6 -8, -76.6 -9.5))")));
    run(
        text("plots.csv", fields),
        World.writeRegions(overlapping, folder.resolve("departments.parquet")),
        out());
    Map<Cell, Row> cells = read(out());
    assertThat(cells).hasSize(3);
    assertThat(
            Stream.of("10", "22", "")
                .map(code -> cells.get(new Cell("departments", code, "point", "well", 2020)))
                .map(row -> row.<Long>getAs("count")))
        .containsExactly(3L, 2L, 1L);
  }

  /** As plots are rounded when they enter, here and in a store. */
  private static Geometry onGrid(Geometry degrees) {
    Geometry rounded = degrees.copy();
    rounded.apply(
        (CoordinateFilter)
            vertex -> {
              vertex.x = DegreeGrid.degrees(DegreeGrid.steps(vertex.x));
              vertex.y = DegreeGrid.degrees(DegreeGrid.steps(vertex.y));
            });
    return rounded;
  }

  @Test
  void linesAndPointsHaveFormsOfTheirOwn() {
    String road = "LINESTRING (-76.99 -9.4, -76.99 -8.5)";
    Path csv =
        text(
            "plots.csv",
            "kind,year,wkt\nroad,2020,\"" + road + "\"\nwell,2020,POINT (-76.9 -9.4)\n");
    run(csv, regions(), out());
    Map<Cell, Row> cells = read(out());

    double south = EqualAreaFrame.y(-9.4);
    Row first = cells.get(new Cell("districts", "220101", "line", "road", 2020));
    assertThat(first.<Double>getAs("metres"))
        .as("the part in the first district")
        .isCloseTo(EqualAreaFrame.y(-9.5 + 0.7) - south, within(1e-5));
    assertThat(first.<Double>getAs("hectares")).isNull();
    Row well = cells.get(new Cell("districts", "220101", "point", "well", 2020));
    assertThat(well.<Long>getAs("count")).isEqualTo(1);
  }

  /** Two plots in one district are told neither there nor as the difference to another one. */
  @Test
  void figuresLeaveOutWhatTellsOfFewPlotsUnlessMadeUp() throws IOException {
    List<Plot> plots = new ArrayList<>();
    for (double west : List.of(-76.9, -76.9, -76.2, -76.2, -76.2, -75.5, -75.5, -75.5, -75.5)) {
      String field =
          "POLYGON ((%s -9.4, %s -9.4, %s -9.39, %s -9.4))"
              .formatted(west, west + 0.01, west, west);
      plots.add(new Plot("coca_field", 2020, World.wkt(field)));
    }
    Path file = World.write(plots, folder.resolve("plots.parquet"));
    run(file, regions(), folder.resolve("public"));
    run(file, regions(), folder.resolve("all"), "--synthetic");

    String name = "figures/districts.coca_field.count.csv";
    assertThat(Files.readAllLines(folder.resolve("all").resolve(name)))
        .startsWith(
            "region_code,period,count",
            "220101,2020,2",
            "220102,2020,3",
            "220103,2020,4",
            "220104,2020,0");
    assertThat(Files.readAllLines(folder.resolve("public").resolve(name)))
        .containsExactly("region_code,period,count", "220103,2020,4");
    assertThat(folder.resolve("all/figures/zei.coca_field.count.csv")).exists();
    assertThat(folder.resolve("public/figures/zei.coca_field.count.csv")).doesNotExist();
  }

  /** By whoever says what the numbers are: a kind of plots is no indicator yet. */
  @Test
  void loadTakesTheFigures() {
    List<World.Region> departments =
        List.of(
            new World.Region("departments", "22", REGIONS.get(0).boundary()),
            new World.Region("departments", "10", REGIONS.get(1).boundary()));
    Path regions = World.writeRegions(departments, folder.resolve("departments.parquet"));
    run(World.write(PLOTS, folder.resolve("plots.parquet")), regions, out(), "--synthetic");
    Delivery shipped = ReferenceData.load();
    Release release = new Release(1, Instant.EPOCH, List.of(shipped.dataset()));
    KnownRelease known =
        new KnownRelease(
            new ReleaseContent(release, shipped.catalogue(), shipped.regions(), List.of()),
            dataset -> List.of());

    IntakeReport report =
        Intake.inspect(
            out().resolve("figures/departments.coca_field.hectares.csv"),
            IntakeOptions.named("bulk")
                .with(
                    Map.of(),
                    Map.of(
                        "indicator",
                        "coca_area",
                        "series",
                        "DEVIDA-OPD",
                        "region_set",
                        "departments")),
            known);

    assertThat(report.publishable()).as("%s", report.problems()).isTrue();
    Map<Cell, Row> cells = read(out());
    assertThat(report.deliveries().get(0).figures())
        .hasSize(6)
        .allSatisfy(
            figure -> {
              int year = Integer.parseInt(figure.key().period().toString());
              String code = figure.key().region().code();
              Row cell = cells.get(new Cell("departments", code, "area", "coca_field", year));
              assertThat(figure.value()).hasValue(cell.<Double>getAs("hectares"));
            });
  }

  /** What the writer of GeoParquet writes, by Sedona. */
  @Test
  void ourGeoParquetComesBackAsItWas() {
    Path file = World.write(PLOTS, folder.resolve("plots.parquet"));
    GeoTable table = GeoTable.open(SPARK, file.toString(), Optional.empty(), "");
    List<Row> rows = table.rows().collectAsList();
    assertThat(rows).hasSize(PLOTS.size());
    for (Row row : rows) {
      int number = Integer.parseInt(row.<String>getAs("plot").substring("plots#".length()));
      Plot plot = PLOTS.get(number);
      assertThat(row.<Geometry>getAs("geometry").equalsExact(plot.geometry())).isTrue();
      assertThat(row.<String>getAs("kind")).isEqualTo(plot.kind());
      assertThat(row.<Long>getAs("year")).isEqualTo(plot.year());
      Double value = row.getAs("familias");
      assertThat(Optional.ofNullable(value)).isEqualTo(plot.value().stream().boxed().findFirst());
      assertThat(row.<Row>getAs("bbox").<Double>getAs("xmin"))
          .isEqualTo(plot.geometry().getEnvelopeInternal().getMinX());
    }
    String box = "POLYGON ((-76.02 -8.52, -76 -8.52, -76 -8.5, -76.02 -8.5, -76.02 -8.52))";
    assertThat(
            table.rows().filter("ST_Intersects(geometry, ST_GeomFromWKT('" + box + "'))").count())
        .as("found by their boxes")
        .isEqualTo(PLOTS.stream().filter(p -> p.geometry().intersects(World.wkt(box))).count())
        .isPositive();
  }
}
