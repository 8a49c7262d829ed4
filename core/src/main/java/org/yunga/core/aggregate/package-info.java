/**
 * Exact totals of plots over any polygon: the aggregate tree.
 *
 * <p>A <b>plot</b> is a piece of ground with a <b>slot</b> (kind and year) and a value. Plots lie
 * along a Hilbert curve in flat arrays, under an implicit packed tree of boxes, with prefix sums by
 * slot along the curve. A query meets three kinds of node: outside its polygon (skipped), inside
 * (added whole, from two rows of prefix sums), and cut by its border (opened, down to the plots,
 * which are clipped). Cost follows the length of the border, not the number of plots.
 *
 * <p>Frame: metres of {@link org.yunga.core.space.EqualAreaFrame}, in and out. Sums are 64-bit
 * fixed point ({@link org.yunga.core.aggregate.FixedPoint}): exact, and the same in any order and
 * for any number of threads.
 *
 * <p>Rules: an area is clipped at the border, a length too; a plot counts where its interior point
 * lies; what lies on a border, a point or a stretch of a line, belongs to exactly one side, the one
 * it would lie on if moved by a vanishing step up and, far smaller, to the right ({@link
 * org.yunga.core.aggregate.Sides}). Over a partition all of these add up: the part of a plot is
 * rounded down to the fixed-point unit, so its parts never hold more than the plot, and what
 * rounding leaves over, less than a unit for each part, is outside.
 *
 * <p>Literature: aggregate R-tree (Papadias, Kalnis, Zhang, Tao: Efficient OLAP Operations in
 * Spatial Data Warehouses, SSTD 2001); packed Hilbert R-tree (Kamel, Faloutsos: On Packing R-trees,
 * CIKM 1993).
 */
package org.yunga.core.aggregate;
