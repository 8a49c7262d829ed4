/**
 * Reported values: a <b>figure</b> is region x indicator x measure x period x series, with its
 * source. A <b>series</b> is who measured it; series are never mixed or added, and their known
 * breaks are data.
 */
package org.yunga.core.figure;
