/**
 * KML 2.3 (OGC 12-007r2) by StAX: placemarks in any folder, their geometry and their extended data.
 * Styles, overlays, network links and anything that is no placemark are passed over. External
 * entities are off.
 */
package org.yunga.geodata.format.kml;
