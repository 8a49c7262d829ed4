/**
 * Who did what, and when: a list of entries that is only ever added to. Each entry carries the hash
 * of the one before, so that a change of any of them is found by counting again.
 */
package org.yunga.core.audit;
