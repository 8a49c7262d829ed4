package org.yunga.geodata.bulk;

import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/** How Spark is started for a job. */
final class SparkSessions {

  private SparkSessions() {}

  /**
   * Begins a session.
   *
   * @param master as Spark writes it
   */
  static SparkSession.Builder builder(String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("yunga bulk")
            .master(master)
            // a file that cannot be read is no empty one, whatever the cluster's own settings
            .config("spark.sql.files.ignoreCorruptFiles", "false")
            .config("spark.sql.files.ignoreMissingFiles", "false")
            // Kryo, as Spark 3 has it, cannot make records
            .config("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
    if (master.toLowerCase(Locale.ROOT).startsWith("local")) {
      builder
          .config("spark.ui.enabled", "false")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.files.maxPartitionBytes", "32m");
    }
    return builder;
  }
}
