/**
 * FlatGeobuf 3 by the project's own library: its generated classes for head, features and
 * geometries, and its packed tree for the index. Bounds are checked here, because the library
 * trusts what a file claims.
 */
package org.yunga.geodata.format.flatgeobuf;
