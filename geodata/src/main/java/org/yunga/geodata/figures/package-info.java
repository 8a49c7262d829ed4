/**
 * Figures from a table, as offices send them: a row for each region, and a value, a column for each
 * year, or several measures side by side; titles above, a total below. Proposes which column is
 * what, checks each cell against the domain and the release, and makes figures.
 *
 * <p>A flaw is a {@link org.yunga.geodata.figures.FigureProblem} with row, column, value and
 * remedy; nothing is dropped silently. Not here: files (see {@code format}) and publishing.
 */
package org.yunga.geodata.figures;
