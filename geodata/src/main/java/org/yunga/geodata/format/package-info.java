/**
 * The formats that Yunga reads and writes, each in a package of its own, and {@link
 * org.yunga.geodata.format.Formats}, which knows them all. A format knows nothing of the domain.
 */
package org.yunga.geodata.format;
