/**
 * The store of several users and several nodes: a schema in a PostGIS database.
 *
 * <p>PostgreSQL 15 or later with PostGIS 3.3 or later. The tables' code is that of {@link
 * org.yunga.core.store.sql}; here are connections, locks and messages, COPY for whatever is many,
 * migrations by Flyway (forward only), and notices of new releases. Credentials come from the
 * environment or a password file, never from an address.
 */
package org.yunga.core.store.postgis;
