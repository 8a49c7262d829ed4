/**
 * Files that come over HTTP: received into a folder beside the store, checked by the one intake
 * that the command line uses too, kept in the store until somebody publishes or discards them.
 * Knows nothing of addresses and tokens: that is {@code web.api}.
 */
package org.yunga.web.staging;
