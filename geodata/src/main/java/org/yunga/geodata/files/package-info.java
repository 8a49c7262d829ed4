/**
 * Files to take away: the tables of {@link org.yunga.geodata.export} in the formats of {@link
 * org.yunga.geodata.format}, and a whole release as a folder with licence, citation, method, hashes
 * and a record for data catalogues. The same release gives the same bytes.
 */
package org.yunga.geodata.files;
