/**
 * Checking and loading what users bring. A loader knows the domain (codes, names, where Peru lies,
 * how large a region is said to be) and no format; it never writes to a store: the caller publishes
 * the delivery of its report.
 *
 * <p>A flaw in one feature is a {@link org.yunga.geodata.load.BoundaryProblem} with place and
 * remedy, and loading goes on; nothing is dropped silently. A file that is of no use at all is an
 * {@link org.yunga.core.text.ExplainedException}.
 */
package org.yunga.geodata.load;
