/**
 * What CSV files and spreadsheets share: rows of cells without a declared head or types. Finds the
 * head below titles, and the type of each column from all its values, and hands over typed rows.
 *
 * <p>A sheet is read twice, once to learn its columns and once for its rows, so that types hold for
 * every row and memory does not grow. What could mean two things is told and left as text, never
 * guessed in silence.
 */
package org.yunga.geodata.format.sheet;
