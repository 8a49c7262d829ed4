/**
 * What a file of data holds, whatever its format: a {@link org.yunga.geodata.table.Table} of typed
 * columns, and {@link org.yunga.geodata.table.Row}s one after the other.
 *
 * <p>A {@link org.yunga.geodata.table.Format} opens files and makes them. A file that cannot be
 * read at all is an {@link org.yunga.core.text.ExplainedException}; a flaw in one row is carried by
 * the row as a {@link org.yunga.geodata.table.RowFlaw}, and reading goes on; what is true of the
 * whole file is a {@link org.yunga.geodata.table.Notice}. Memory holds one row at a time.
 *
 * <p>Not here: the formats themselves, and what columns mean.
 */
package org.yunga.geodata.table;
