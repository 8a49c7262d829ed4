/**
 * The words that figures are written in: themes, units, indicators, series, breaks, region sets.
 */
package org.yunga.core.catalogue;
