package org.yunga.geodata.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.yunga.core.aggregate.FixedPoint;

/**
 * Writes results into a folder: {@code totals} in Parquet, and {@code figures}, tables as {@code
 * yunga load} takes them.
 *
 * @param spark its session
 * @param folder to write into
 */
record TotalsOutput(SparkSession spark, Path folder) {

  private static final StructType SCHEMA =
      new StructType()
          .add("region_set", DataTypes.StringType, false)
          .add("region_code", DataTypes.StringType, true)
          .add("form", DataTypes.StringType, false)
          .add("kind", DataTypes.StringType, false)
          .add("year", DataTypes.IntegerType, false)
          .add("count", DataTypes.LongType, false)
          .add("hectares", DataTypes.DoubleType, true)
          .add("metres", DataTypes.DoubleType, true)
          .add("value", DataTypes.DoubleType, false);

  /**
   * Writes all.
   *
   * @throws org.yunga.core.text.ExplainedException when it cannot
   */
  void write(BulkTotals totals, FigureTables figures) {
    try {
      writeTotals(totals);
      FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
      requirePart(files);
      for (Map.Entry<String, String> table : figures.tables().entrySet()) {
        Path file = new Path(new Path(folder, "figures"), table.getKey());
        try (OutputStream stream = files.create(file, false)) {
          stream.write(table.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (Exception e) { // Scala throws checked ones without saying so
      throw BulkExceptions.unwritable(folder.toString(), e);
    }
  }

  private void writeTotals(BulkTotals totals) {
    List<Row> rows = new ArrayList<>();
    totals.cells().forEach((cell, sums) -> rows.add(row(cell, sums)));
    spark
        .createDataFrame(rows, SCHEMA)
        .coalesce(1)
        .write()
        .parquet(new Path(folder, "totals").toString());
  }

  /** A worker that does not see the folder writes into one of its own, and all seems well. */
  private void requirePart(FileSystem files) throws IOException {
    if (files.globStatus(new Path(folder, "totals/part-*")).length == 0) {
      throw BulkExceptions.notShared(folder.toString());
    }
  }

  private static Row row(Cell cell, Sums sums) {
    return RowFactory.create(
        cell.regionSet(),
        cell.region().isEmpty() ? null : cell.region(),
        cell.form(),
        cell.kind(),
        cell.year(),
        sums.count(),
        cell.form().equals("area") ? FixedPoint.hectares(sums.size()) : null,
        cell.form().equals("line") ? sums.size() / FixedPoint.UNITS : null,
        sums.value() / FixedPoint.UNITS);
  }
}
