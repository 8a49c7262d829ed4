/**
 * Shapefile ("ESRI Shapefile Technical Description", July 1998; dBASE III for the values), plain or
 * zipped, read as a stream; written as one zip with {@code .prj}, {@code .cpg} and a README.
 */
package org.yunga.geodata.format.shapefile;
