package org.yunga.core.monitor;

import org.yunga.core.text.Bilingual;

/**
 * What of a polygon lies in no region of the political division: across a border, or in the sea.
 * Nothing is known of it, and a total of zero does not say that nothing is there.
 *
 * @param hectares area in the equal-area frame; 0 where all lies inside
 * @param isAll whether nothing of the polygon lies inside
 * @param of the country, or else the set of regions
 */
public record OutsideGround(double hectares, boolean isAll, Bilingual of) {}
