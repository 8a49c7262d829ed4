/**
 * GeoParquet 1.1, written: columns in Parquet, geometries as WKB with their boxes beside them, for
 * DuckDB, GeoPandas, QGIS and Apache Sedona. Pages are written here, in Parquet's plainest
 * encodings and gzip; heads and feet by the structures that Parquet generates from its own format
 * (Apache Parquet Format 2.10). It is not read.
 */
package org.yunga.geodata.format.parquet;
