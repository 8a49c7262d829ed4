/**
 * Plots from files of any format: which column is what, whether each plot can be where, when and as
 * large as it is said to be, and how it stands to other plots of its kind and year, in the file and
 * in the release.
 *
 * <p>A file is read once, row after row; what is kept of a row that passed is some 200 bytes. A
 * flaw is a {@link org.yunga.geodata.plots.PlotProblem}. Not here: formats, and publishing.
 */
package org.yunga.geodata.plots;
