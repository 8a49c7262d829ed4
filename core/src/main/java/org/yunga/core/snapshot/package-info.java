/**
 * One release in memory, immutable: everything that answers need. Readers never wait for a writer:
 * the next snapshot is built beside the current one and swapped whole.
 */
package org.yunga.core.snapshot;
