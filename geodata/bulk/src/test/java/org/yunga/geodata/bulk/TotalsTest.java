package org.yunga.geodata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.yunga.core.text.ExplainedException;
import org.yunga.geodata.inspect.Intake;
import org.yunga.geodata.intake.IntakeOptions;
import org.yunga.geodata.intake.IntakeReport;
import org.yunga.geodata.intake.KnownRelease;
import org.yunga.geodata.reference.ReferenceData;
import picocli.CommandLine;

/** A job on this machine against one tree over everything, and against overlays by JTS. */
class TotalsTest {

  private static final List<Plot> PLOTS = World.plots(3_000);
  private static final List<World.Region> REGIONS = World.regions();

  private static SparkSession spark;

  @TempDir private Path folder;

  /** Parts so small that even these files have several. */
  @BeforeAll
  static void start() {
    spark =
        SparkSessions.builder("local[2]")
            .config("spark.sql.files.maxPartitionBytes", "64k")
            .config("spark.sql.files.openCostInBytes", "1k")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private void run(Path plots, Path regions, Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--plots", plots.toString()));
    arguments.addAll(List.of("--regions", regions.toString(), "--out", out.toString()));
    arguments.addAll(List.of(more));
    TotalsCommand command = new TotalsCommand();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments.toArray(String[]::new));
    command.run(spark);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path regions() {
    return World.writeRegions(REGIONS, folder.resolve("regions.parquet"));
  }

  private static Map<Cell, Row> read(Path out) {
    Map<Cell, Row> cells = new HashMap<>();
    for (Row row : spark.read().parquet(out.resolve("totals").toString()).collectAsList()) {
      String code = row.getAs("region_code");
      Cell cell =
          new Cell(
              row.getAs("region_set"),
              code == null ? "" : code,
              row.getAs("form"),
              row.getAs("kind"),
              row.<Integer>getAs("year"));
      assertThat(cells.put(cell, row)).as("twice").isNull();
    }
    return cells;
  }

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
            GeoTable.open(spark, plots.toString(), Optional.empty(), "")
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

  @Test
  void figuresLeaveOutCellsOfFewPlotsUnlessMadeUp() throws IOException {
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double west = i < 2 ? -76.9 : -76.2;
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
        .startsWith("region_code,period,count", "220101,2020,2", "220102,2020,3", "220103,2020,0");
    assertThat(Files.readAllLines(folder.resolve("public").resolve(name)))
        .startsWith("region_code,period,count", "220102,2020,3", "220103,2020,0");
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

  @Test
  void rowsThatAreNoPlotsStopTheJobUnlessLeftOut() {
    String field = "\"POLYGON ((-76.9 -9.4, -76.8 -9.4, -76.8 -9.3, -76.9 -9.4))\"";
    String bow = "\"POLYGON ((-76.9 -9.4, -76.8 -9.3, -76.8 -9.4, -76.9 -9.3, -76.9 -9.4))\"";
    Path csv =
        text(
            "plots.csv",
            """
            kind,year,wkt
            coca_field,2020,%1$s
            ,2020,%1$s
            coca_field,,%1$s
            coca_field,20x0,%1$s
            coca_field,2020,POLYGON ((1 2
            coca_field,2020,POINT (350000 9100000)
            coca_field,2020,%2$s
            """
                .formatted(field, bow));
    assertRefused("plots_unusable", "2 sin año", () -> run(csv, regions(), out()));
    assertThat(out()).doesNotExist();
    run(csv, regions(), out(), "--partial");
    Row one = read(out()).get(new Cell("districts", "220101", "area", "coca_field", 2020));
    assertThat(one.<Long>getAs("count")).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsLeft() throws IOException {
    Path plots = World.write(World.plots(3), folder.resolve("plots.parquet"));
    Path none = folder.resolve("nada.parquet");
    assertRefused("input_missing", "nada.parquet", () -> run(none, regions(), out()));
    Path text = text("notes.parquet", "hola");
    assertRefused("input_unreadable", "notes.parquet", () -> run(text, regions(), out()));
    assertRefused(
        "column_missing", "familias", () -> run(plots, regions(), out(), "--year-column", "anio"));
    assertRefused("column_missing", "--code-column", () -> run(plots, plots, out()));
    List<World.Region> twice = List.of(REGIONS.get(0), REGIONS.get(0));
    Path same = World.writeRegions(twice, folder.resolve("twice.parquet"));
    assertRefused("region_unusable", "220101", () -> run(plots, same, out()));
    Files.createDirectory(out());
    assertRefused("output_exists", out().toString(), () -> run(plots, regions(), out()));
    assertThat(out()).isEmptyDirectory();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("pending"));
    }
  }

  /** As a killed job leaves it: the next one takes it away and begins anew. */
  @Test
  void whatAKilledJobLeftAsideIsTakenAway() throws IOException {
    Path aside = folder.resolve(".out.pending");
    Files.createDirectories(aside.resolve("totals"));
    text(".out.pending/totals/part-0.parquet", "half");
    Path plots = World.write(World.plots(30), folder.resolve("plots.parquet"));
    run(plots, regions(), out());
    assertThat(aside).doesNotExist();
    assertThat(read(out())).isNotEmpty();
  }

  /** What the writer of GeoParquet writes, by Sedona. */
  @Test
  void ourGeoParquetComesBackAsItWas() {
    Path file = World.write(PLOTS, folder.resolve("plots.parquet"));
    GeoTable table = GeoTable.open(spark, file.toString(), Optional.empty(), "");
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

  private Path text(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRefused(String code, String told, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ExplainedException.class,
            e -> {
              assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
              assertThat(e.explanation().es()).contains(told);
            });
  }
}
