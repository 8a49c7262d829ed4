package org.yunga.geodata.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.yunga.core.aggregate.Sharing;
import org.yunga.core.text.Bilingual;

/** Totals of plots by regions, on Spark. */
final class TotalsJob {

  private final SparkSession spark;
  private final Consumer<Bilingual> telling;

  /**
   * @param spark its session
   * @param telling takes what there is to say meanwhile
   */
  TotalsJob(SparkSession spark, Consumer<Bilingual> telling) {
    this.spark = SedonaContext.create(spark);
    this.telling = telling;
  }

  /**
   * Counts.
   *
   * @param sharing what a border does to values
   * @throws org.yunga.core.text.ExplainedException when plots cannot be read
   */
  BulkTotals run(GeoTable plots, PlotRows rows, List<RegionList.One> regions, Sharing sharing) {
    Divisions divisions = Divisions.of(regions);
    List<RegionList.One> counted = new ArrayList<>(regions);
    counted.addAll(divisions.unions());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<RegionList> everywhere = context.broadcast(new RegionList(counted));
    LongAccumulator read = spark.sparkContext().longAccumulator("plots");
    Progress progress = new Progress(read, telling);
    spark.sparkContext().addSparkListener(progress);
    try {
      return BulkTotals.of(
          plots
              .rows()
              .javaRDD()
              .mapPartitionsToPair(new PartTotals(rows, everywhere, sharing, read))
              .reduceByKey(Sums::plus)
              .collectAsMap(),
          divisions);
    } catch (Exception e) { // Scala throws checked ones without saying so
      throw BulkExceptions.stopped(plots.path(), e);
    } finally {
      spark.sparkContext().removeSparkListener(progress);
      everywhere.destroy();
    }
  }
}
