/**
 * The truth: where datasets and releases are kept. The only part of core that may speak JDBC.
 *
 * <p>A store publishes a delivery as a whole or not at all, and keeps every release it ever had.
 */
package org.yunga.core.store;
