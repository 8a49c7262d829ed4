package org.yunga.geodata.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.yunga.core.text.ExplainedException;

/**
 * Rows with places, out of a file or folder of files.
 *
 * @param path as it was given
 * @param rows of all files
 * @param geometry the column of places: geometries, or WKT
 */
record GeoTable(String path, Dataset<Row> rows, String geometry) {

  private static final List<String> WKT = List.of("wkt", "geometry", "geom", "the_geom");

  /**
   * Opens a table.
   *
   * @param path local, or as Hadoop writes it: {@code hdfs://...}, {@code s3a://...}
   * @param layer of a GeoPackage; needed when it has several
   * @param layerOption for the message
   * @throws ExplainedException when it is not there, or nothing that is read
   */
  static GeoTable open(
      SparkSession spark, String path, Optional<String> layer, String layerOption) {
    try {
      Path there = new Path(path);
      if (!there.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(there)) {
        throw BulkExceptions.notThere(path);
      }
      String name = there.getName().toLowerCase(Locale.ROOT);
      if (name.endsWith(".gpkg")) {
        String table = layer.orElseGet(() -> onlyLayer(spark, path, layerOption));
        return table(path, spark.read().format("geopackage").option("tableName", table).load(path));
      }
      if (name.endsWith(".csv")) {
        return csv(path, spark);
      }
      return table(path, spark.read().format("geoparquet").load(path));
    } catch (ExplainedException e) {
      throw e;
    } catch (Exception e) { // Scala throws checked ones without saying so
      throw BulkExceptions.unreadable(path, e);
    }
  }

  private static String onlyLayer(SparkSession spark, String path, String option) {
    List<String> layers =
        spark
            .read()
            .format("geopackage")
            .option("showMetadata", "true")
            .load(path)
            .filter("data_type = 'features'")
            .select("table_name")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    if (layers.size() != 1) {
      throw BulkExceptions.severalLayers(path, option, layers);
    }
    return layers.get(0);
  }

  private static GeoTable csv(String path, SparkSession spark) {
    // a row to a line: only then is a file read in parts
    Dataset<Row> rows =
        spark
            .read()
            .option("header", "true")
            .option("escape", "\"")
            // files of a folder with other columns, or in another order, are refused
            .option("enforceSchema", "false")
            .csv(path);
    String wkt =
        Arrays.stream(rows.columns())
            .filter(column -> WKT.contains(column.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () -> BulkExceptions.columnMissing(path, "wkt", "wkt", List.of(rows.columns())));
    return new GeoTable(path, rows, wkt);
  }

  private static GeoTable table(String path, Dataset<Row> rows) {
    String geometry =
        Arrays.stream(rows.schema().fields())
            .filter(field -> field.dataType().typeName().equals("geometry"))
            .map(StructField::name)
            .findFirst()
            .orElseThrow(
                () ->
                    BulkExceptions.columnMissing(
                        path, "geometry", "geometry", List.of(rows.columns())));
    return new GeoTable(path, rows, geometry);
  }

  /**
   * The name of a column as the file has it.
   *
   * @param option that names another, for the message
   * @throws ExplainedException when there is none
   */
  String column(String wanted, String option) {
    return find(wanted)
        .orElseThrow(
            () -> BulkExceptions.columnMissing(path, option, wanted, List.of(rows.columns())));
  }

  /** The name of a column as the file has it, whatever its case. */
  Optional<String> find(String wanted) {
    return Arrays.stream(rows.columns()).filter(wanted::equalsIgnoreCase).findFirst();
  }
}
