/**
 * Spans of time for which figures are given: years, quarters, months, several years, parts of a
 * year. Half-open inside, ISO 8601 outside.
 */
package org.yunga.core.period;
