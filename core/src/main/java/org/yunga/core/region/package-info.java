/**
 * Regions and region sets. A <b>region</b> is a piece of country with a code and a name; a
 * <b>region set</b> is a family of them: departments, districts, production zones.
 *
 * <p>Codes of political regions are UBIGEO (INEI): text with leading zeros, two digits for a
 * department, four for a province, six for a district. Zones have slugs. Sets other than the
 * political ones cut across districts; membership is an explicit list or an overlay, never assumed
 * to be a tree. Geometry is longitude, latitude, WGS 84.
 */
package org.yunga.core.region;
