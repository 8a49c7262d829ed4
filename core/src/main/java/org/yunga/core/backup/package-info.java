/**
 * A whole store in one file, made while others read and write it, and brought back elsewhere.
 *
 * <p>Inside is the store as a GeoPackage, whichever database it was kept in, with a manifest and
 * SHA-256 sums, in a ZIP that ordinary tools open; sealed by a passphrase, or by age or GnuPG for
 * somebody else's key, if wanted. Nothing stands under its name before it is whole, on the way out
 * and on the way back.
 */
package org.yunga.core.backup;
