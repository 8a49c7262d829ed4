/**
 * Fetching published files that Yunga may not ship. Downloads and checks the hash, no more: reading
 * and loading are {@code org.yunga.geodata.load}'s.
 */
package org.yunga.geodata.fetch;
