/**
 * The data that is shipped with Yunga: catalogue, regions, generalised departments, figures; each
 * folder of resources with its SOURCE.md and SHA256SUMS.
 *
 * <p>Every flaw in these files is a mistake of the project, not of a user: it fails loudly, with
 * file, line and column. Not here: files that users load ({@code org.yunga.geodata.load}).
 */
package org.yunga.geodata.reference;
