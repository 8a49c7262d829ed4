/**
 * What is counted: indicators with unit, kind, and their rules over space and over time, which are
 * two separate things. An indicator is a row in the catalogue, not a class.
 */
package org.yunga.core.indicator;
