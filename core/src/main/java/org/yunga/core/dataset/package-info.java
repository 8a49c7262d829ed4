/**
 * Deliveries and releases. A <b>dataset</b> is one delivery of figures, boundaries or catalogue; it
 * may be staged first, is published, later retired, never edited. A <b>release</b> is the set of
 * datasets published at a moment; every answer names its release.
 */
package org.yunga.core.dataset;
