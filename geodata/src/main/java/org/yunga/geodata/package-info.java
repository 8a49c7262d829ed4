/**
 * How data comes in and goes out: shipped reference data, file formats, checking and loading,
 * coordinate reference systems.
 *
 * <p>A reader ({@link org.yunga.geodata.read}) knows a format and nothing of the domain; a loader
 * ({@link org.yunga.geodata.load}) knows the domain and no format.
 *
 * <p>Not here: where data is kept and what is computed from it ({@code org.yunga.core}), HTTP, the
 * command line.
 */
package org.yunga.geodata;
