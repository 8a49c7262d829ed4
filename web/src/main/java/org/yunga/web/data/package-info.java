/**
 * The files that the map app reads, apart from its own: catalogue, places, values in columns, packs
 * for use without a connection. Each address names its content and may be kept for ever. Not the
 * API for people and programs: that is {@code web.api}, from which the contents come.
 */
package org.yunga.web.data;
