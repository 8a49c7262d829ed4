package org.yunga.geodata.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.yunga.core.aggregate.FixedPoint;

/**
 * The folder of results: {@code totals} in Parquet, and {@code figures}, a table for each set, kind
 * and measure as {@code yunga load} takes it. Written aside and renamed when it is whole.
 */
final class TotalsOutput {

  /** Figures are public once they are loaded: fewer plots than this are not told there. */
  static final int FEWEST_PLOTS_TOLD = 3;

  private static final String ASIDE = ".pending";

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

  private final SparkSession spark;
  private final Path out;
  private final Path aside;
  private final FileSystem files;

  /**
   * Takes the place for a job's results; what a killed one left aside is taken away.
   *
   * @throws org.yunga.core.text.ExplainedException when something is there
   */
  TotalsOutput(SparkSession spark, String path) {
    this.spark = spark;
    this.out = new Path(path);
    try {
      this.files = out.getFileSystem(spark.sparkContext().hadoopConfiguration());
      this.aside = new Path(files.makeQualified(out).getParent(), "." + out.getName() + ASIDE);
      if (files.exists(out)) {
        throw BulkExceptions.outThere(path);
      }
      files.delete(aside, true);
    } catch (IOException e) {
      throw BulkExceptions.unwritable(path, e);
    }
  }

  /**
   * Writes all, or nothing.
   *
   * @param withholdFew whether figures leave out cells of a few plots
   * @return how many cells the figures left out
   */
  long write(BulkTotals totals, boolean withholdFew) {
    Thread cleaner = new Thread(this::discard);
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      writeTotals(totals);
      long left = writeFigures(totals, withholdFew);
      if (!files.rename(aside, out)) {
        throw new IOException("rename");
      }
      return left;
    } catch (IOException e) {
      throw BulkExceptions.unwritable(out.toString(), e);
    } finally {
      discard();
      Runtime.getRuntime().removeShutdownHook(cleaner);
    }
  }

  private void discard() {
    try {
      files.delete(aside, true);
    } catch (IOException e) {
      // the next job into this place takes it away
    }
  }

  private void writeTotals(BulkTotals totals) {
    List<Row> rows = new ArrayList<>();
    totals.cells().forEach((cell, sums) -> rows.add(row(cell, sums)));
    spark
        .createDataFrame(rows, SCHEMA)
        .coalesce(1)
        .write()
        .parquet(new Path(aside, "totals").toString());
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
        cell.form().equals("line") ? metres(sums.size()) : null,
        metres(sums.value()));
  }

  /** Metres of a length, or a value as it was given. */
  private static Double metres(long fixed) {
    return fixed / FixedPoint.UNITS;
  }

  private long writeFigures(BulkTotals totals, boolean withholdFew) throws IOException {
    Map<String, StringBuilder> tables = new TreeMap<>();
    long left = 0;
    for (Map.Entry<Cell, Sums> total : totals.cells().entrySet()) {
      Cell cell = total.getKey();
      Sums sums = total.getValue();
      if (cell.region().isEmpty()) {
        continue;
      }
      if (withholdFew && sums.count() > 0 && sums.count() < FEWEST_PLOTS_TOLD) {
        left++;
        continue;
      }
      // a share of a plot that counts elsewhere tells of that plot
      if (withholdFew && sums.count() == 0 && (sums.size() > 0 || sums.value() > 0)) {
        left++;
        continue;
      }
      add(tables, cell, "count", String.valueOf(sums.count()));
      if (cell.form().equals("area")) {
        add(tables, cell, "hectares", number(FixedPoint.hectares(sums.size())));
      } else if (cell.form().equals("line")) {
        add(tables, cell, "metres", number(metres(sums.size())));
      }
      if (sums.value() > 0) {
        add(tables, cell, "value", number(metres(sums.value())));
      }
    }
    for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
      Path file = new Path(new Path(aside, "figures"), table.getKey() + ".csv");
      try (OutputStream out = files.create(file)) {
        out.write(table.getValue().toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return left;
  }

  private static void add(
      Map<String, StringBuilder> tables, Cell cell, String measure, String value) {
    tables
        .computeIfAbsent(
            cell.regionSet() + "." + cell.kind() + "." + measure,
            name -> new StringBuilder("region_code,period," + measure + "\n"))
        .append(cell.region())
        .append(',')
        .append(cell.year())
        .append(',')
        .append(value)
        .append('\n');
  }

  /** All digits, no exponent; never three decimals alone, which could be taken for thousands. */
  private static String number(double value) {
    String text = java.math.BigDecimal.valueOf(value).toPlainString();
    return text.matches("-?\\d{1,3}\\.\\d{3}") ? text + "0" : text;
  }
}
