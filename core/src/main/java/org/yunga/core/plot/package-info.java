/**
 * Pieces of ground that were measured: a coca field, an eradicated field, a titled parcel, a
 * reforested lot. What field work and satellites bring; the place of one family's field is not
 * public, totals are.
 */
package org.yunga.core.plot;
