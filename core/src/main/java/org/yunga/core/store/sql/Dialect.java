package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.yunga.core.plot.PlotChecksum;
import org.yunga.core.plot.PlotPack;

/** What a database does in its own way. */
public interface Dialect {

  /** Where the store is, in messages: a file, or an address without credentials. */
  String place();

  /** What a failure of the database means to the user. */
  RuntimeException explain(SQLException failure);

  /**
   * Starts to add rows to a table; they keep the order in which they are added. The connection does
   * nothing else until they are done.
   *
   * @param columns names, separated by commas
   */
  NewRows insert(Connection connection, String table, String columns) throws SQLException;

  /** A query whose rows may be more than memory holds. The caller holds a transaction. */
  PreparedStatement large(Connection connection, String query) throws SQLException;

  /** A geometry of a row, longitude and latitude; none where there is none. */
  Optional<Geometry> geometry(ResultSet row, String column) throws SQLException;

  /**
   * A value as all databases have it, for hashes.
   *
   * @param value as the driver gives it
   * @return text, a number, bytes or null; a geometry as {@link GeometryBlob} writes it
   */
  Object plain(Object value);

  /** Query for the greatest number that an entry of the audit ever had, also one that is gone. */
  String lastAuditNumber();

  /** A dataset's plots were written. The caller holds the transaction. */
  void plotsWritten(Session session, long dataset, List<PlotPack> packs) throws SQLException;

  /**
   * What the plots add up to that are kept once more, one in a row, by the number of their dataset.
   * Reads all of them once. The caller holds a transaction.
   *
   * @return nothing where plots are kept in packs only
   */
  Optional<Map<Long, PlotChecksum>> plotRows(Session session) throws SQLException;

  /** A dataset's rows are about to be deleted. The caller holds the transaction. */
  void plotsDeleted(Session session, long dataset) throws SQLException;

  /**
   * Rows are about to come from another store, in a transaction of their own. Until {@link
   * #rowsCopied} the store says of itself that it is not whole, where it can be seen meanwhile.
   */
  void copyBegins(Session session) throws SQLException;

  /** No rows came after all, and there is nothing. The caller holds the transaction. */
  void copyFailed(Session session) throws SQLException;

  /**
   * Rows came with the numbers that they have in another store. The caller holds the transaction.
   */
  void rowsCopied(Session session) throws SQLException;

  /** A release was made. The caller holds the transaction. */
  void released(Session session, long release) throws SQLException;
}
