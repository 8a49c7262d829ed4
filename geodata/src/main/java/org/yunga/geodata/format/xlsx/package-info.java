/**
 * Excel workbooks ({@code .xlsx}, Office Open XML). Read sheet by sheet with the values that Excel
 * last computed, never formulas; written with data, dictionary and sources. Workbooks of others are
 * not trusted: what unpacks to far more than it should is refused.
 */
package org.yunga.geodata.format.xlsx;
