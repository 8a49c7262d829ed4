/**
 * Made-up plots over Peru's real valleys, for trying Yunga and for measuring it. Nothing here was
 * ever seen on the ground: no field, no parcel, no family. The datasets are marked synthetic, and a
 * store keeps them apart from real data.
 */
package org.yunga.geodata.sample;
