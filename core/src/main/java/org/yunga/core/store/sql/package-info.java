/**
 * What every store on a relational database shares: the tables, the hashes of their rows, how
 * releases are made and the audit is kept. The same dataset has the same hash in all of them.
 *
 * <p>A store brings two things: {@link org.yunga.core.store.sql.Sessions}, which knows connections,
 * locks and transactions, and a {@link org.yunga.core.store.sql.Dialect}, which knows what its
 * database does in its own way. Not here: schemas and their migrations, drivers, and whatever only
 * one database has.
 */
package org.yunga.core.store.sql;
