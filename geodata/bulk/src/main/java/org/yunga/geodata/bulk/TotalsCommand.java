package org.yunga.geodata.bulk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.text.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yunga bulk totals}. */
@Command(
    name = "totals",
    description = {
      "Totales de parcelas por región, tipo y año, con Spark: en Parquet, y como tablas de cifras"
          + " que scripts/yunga load carga.",
      "Totals of plots by region, kind and year, by Spark: in Parquet, and as tables"
          + " of figures that"
          + " scripts/yunga load takes."
    },
    mixinStandardHelpOptions = true)
final class TotalsCommand implements Callable<Integer> {

  @Option(
      names = "--plots",
      required = true,
      paramLabel = "PATH",
      description = {
        "Parcelas: GeoParquet (archivo o carpeta), GeoPackage o CSV con WKT",
        "Plots: GeoParquet (file or folder), GeoPackage, or CSV with WKT"
      })
  private String plots;

  @Option(
      names = "--regions",
      required = true,
      paramLabel = "PATH",
      description = {"Regiones, en los mismos formatos", "Regions, in the same formats"})
  private String regions;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = {"Carpeta por escribir; no debe existir", "Folder to write; must not be there"})
  private String out;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "Dónde corre Spark: local[*] (por omisión), yarn, spark://..., k8s://...",
        "Where Spark runs: local[*] (by default), yarn, spark://..., k8s://..."
      })
  private String master;

  @Option(
      names = "--kind",
      paramLabel = "ID",
      description = {
        "Tipo de todas las parcelas, si ninguna columna lo dice",
        "Kind of all plots, where no column tells"
      })
  private String kind;

  @Option(names = "--kind-column", paramLabel = "NAME", description = "kind")
  private String kindColumn = "kind";

  @Option(names = "--year-column", paramLabel = "NAME", description = "year")
  private String yearColumn = "year";

  @Option(
      names = "--value-column",
      paramLabel = "NAME",
      description = {
        "Valor de cada parcela además de su tamaño (familias)",
        "What is told of each plot besides its size (families)"
      })
  private String valueColumn;

  @Option(
      names = "--value-sharing",
      paramLabel = "RULE",
      description = {
        "by_size (por omisión): un límite reparte el valor según el tamaño; with_point: va con el"
            + " punto interior",
        "by_size (by default): a border shares the value by size; with_point: it goes with the"
            + " interior point"
      })
  private Sharing sharing = Sharing.BY_SIZE;

  @Option(names = "--plots-layer", paramLabel = "NAME", description = "GeoPackage")
  private String plotsLayer;

  @Option(names = "--regions-layer", paramLabel = "NAME", description = "GeoPackage")
  private String regionsLayer;

  @Option(names = "--code-column", paramLabel = "NAME", description = "region_code")
  private String codeColumn = "region_code";

  @Option(
      names = "--region-set",
      paramLabel = "ID",
      description = {
        "Conjunto de todas las regiones, si no hay columna region_set",
        "Set of all regions, where there is no column region_set"
      })
  private String regionSet = "regions";

  @Option(
      names = "--partial",
      description = {
        "Deja de lado las filas que no son parcelas, y las cuenta",
        "Leaves out rows that are no plots, and counts them"
      })
  private boolean partial;

  @Option(
      names = "--synthetic",
      description = {
        "Las parcelas son inventadas: las cifras también dicen las de menos de tres parcelas",
        "The plots are made up: figures tell those of fewer than three plots too"
      })
  private boolean synthetic;

  @Override
  public Integer call() {
    try (SparkSession spark = session()) {
      run(spark);
    }
    return 0;
  }

  /** With a session that somebody else made. */
  void run(SparkSession spark) {
    try (OutputPlace place = OutputPlace.take(spark, out)) {
      TotalsJob job = new TotalsJob(spark, BulkMain::say);
      GeoTable places =
          GeoTable.open(spark, regions, Optional.ofNullable(regionsLayer), "--regions-layer");
      List<RegionList.One> list =
          new RegionReader(
                  places,
                  places.column(codeColumn, "--code-column"),
                  places.find("region_set"),
                  regionSet)
              .read(BulkMain::say);
      GeoTable table =
          GeoTable.open(spark, plots, Optional.ofNullable(plotsLayer), "--plots-layer");
      BulkTotals totals = job.run(table, rows(table), list, sharing);
      if (!totals.flaws().isEmpty() && !partial) {
        throw BulkExceptions.badPlots(plots, totals.flaws());
      }
      FewPlots few = synthetic ? FewPlots.NONE : FewPlots.of(totals, Nesting.of(list));
      new TotalsOutput(spark, place.results()).write(totals, FigureTables.of(totals, few));
      place.publish();
      tell(totals, few);
    }
  }

  private PlotRows rows(GeoTable table) {
    return new PlotRows(
        table.geometry(),
        kind == null ? table.column(kindColumn, "--kind-column") : null,
        kind,
        table.column(yearColumn, "--year-column"),
        valueColumn == null ? null : table.column(valueColumn, "--value-column"));
  }

  private void tell(BulkTotals totals, FewPlots few) {
    if (!totals.flaws().isEmpty()) {
      BulkMain.say(
          new Bilingual(
              "No se contaron: " + BulkExceptions.told(totals.flaws(), true) + ".",
              "Not counted: " + BulkExceptions.told(totals.flaws(), false) + "."));
    }
    BulkMain.say(
        new Bilingual(
            ("%s: %,d totales en totals (Parquet). Cargue una tabla de figures con"
                    + " scripts/yunga load")
                .formatted(out, totals.cells().size()),
            "%s: %,d totals in totals (Parquet). Load a table of figures by scripts/yunga load"
                .formatted(out, totals.cells().size())));
    if (!few.cells().isEmpty()) {
      BulkMain.say(
          new Bilingual(
              ("En figures faltan %,d celdas que por sí solas o por diferencia dirían"
                      + " de menos de %d parcelas; totals las tiene y no es público.")
                  .formatted(few.cells().size(), Suppression.FEWEST),
              ("figures lacks %,d cells that by themselves or by a difference would"
                      + " tell of fewer than %d plots; totals has them and is not public.")
                  .formatted(few.cells().size(), Suppression.FEWEST)));
    }
    if (!few.sets().isEmpty()) {
      BulkMain.say(
          new Bilingual(
              ("figures no tiene %s: sus regiones comparten terreno o cortan a otras, y"
                      + " las diferencias dirían de pocas parcelas. Cargue las parcelas: Yunga"
                      + " estima esas zonas.")
                  .formatted(String.join(", ", few.sets())),
              ("figures lacks %s: their regions share ground or cut across others, and"
                      + " differences would tell of a few plots. Load the plots: Yunga estimates"
                      + " such zones.")
                  .formatted(String.join(", ", few.sets()))));
    }
  }

  private SparkSession session() {
    String where = master == null ? System.getProperty("spark.master", "local[*]") : master;
    try {
      return SparkSessions.builder(where).getOrCreate();
    } catch (RuntimeException e) {
      throw BulkExceptions.noCluster(where, e);
    }
  }
}
