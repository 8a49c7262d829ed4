/**
 * Totals of plot archives beyond one machine's memory: a job for Apache Spark with Apache Sedona.
 *
 * <p>Sedona reads (GeoParquet, GeoPackage, CSV with WKT). Each part of the plots is totalled where
 * it lies by the aggregate tree of {@code core} itself, against all regions, which every worker
 * has; only sums travel, and these are whole numbers: the answer is that of one tree over
 * everything, to the last digit, however the plots are spread. No part is larger than another for
 * lying in a crowded valley, since plots are never sorted by region. Nothing here is on the
 * server's class path.
 */
package org.yunga.geodata.bulk;
