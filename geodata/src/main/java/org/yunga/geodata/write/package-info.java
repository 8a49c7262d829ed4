/**
 * Output formats. A writer knows a format and nothing of the domain: it is given names, values and
 * geometries.
 */
package org.yunga.geodata.write;
