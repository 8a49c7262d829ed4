/**
 * CSV as offices have it: any of four delimiters, several encodings, decimal commas or points; and
 * CSV as we write it: RFC 4180 in UTF-8, or with what Excel needs to open it by a double click.
 */
package org.yunga.geodata.format.csv;
