package org.yunga.core.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yunga.core.text.Bilingual;

/** The little that all tables need of JDBC: values bound, rows mapped. */
public final class Sql {

  /** What turns a row into a value. */
  public interface RowMapper<T> {
    /** The value of this row. */
    T map(ResultSet row) throws SQLException;
  }

  /** What turns a value into the parameters of an insert, in order. */
  interface RowBinder<T> {
    Object[] values(T value);
  }

  private Sql() {}

  /** All rows of a query, in order. */
  public static <T> List<T> query(
      Connection connection, String sql, RowMapper<T> mapper, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
          result.add(mapper.map(rows));
        }
        return result;
      }
    }
  }

  /** Runs a statement. */
  public static void execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      statement.executeUpdate();
    }
  }

  /** Inserts rows into columns; each row begins with the number of its dataset. */
  static <T> void insert(
      Session session,
      String table,
      String columns,
      long dataset,
      Iterable<T> rows,
      RowBinder<T> binder)
      throws SQLException {
    Dialect dialect = session.dialect();
    try (NewRows added = dialect.insert(session.connection(), table, "dataset, " + columns)) {
      for (T row : rows) {
        Object[] values = binder.values(row);
        Object[] all = new Object[values.length + 1];
        all[0] = dataset;
        System.arraycopy(values, 0, all, 1, values.length);
        added.add(all);
      }
      added.done();
    }
  }

  /** Runs an insert that returns the number of its row, and gives that. */
  static long insert(Connection connection, String sql, Object... parameters) throws SQLException {
    return query(connection, sql, row -> row.getLong(1), parameters).get(0);
  }

  /** Enum constants are kept in lower case. */
  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  /** Both languages from the columns {@code NAME_es} and {@code NAME_en}. */
  static Bilingual bilingual(ResultSet row, String name) throws SQLException {
    return new Bilingual(row.getString(name + "_es"), row.getString(name + "_en"));
  }

  static Optional<Bilingual> optionalBilingual(ResultSet row, String name) throws SQLException {
    return row.getString(name + "_es") == null
        ? Optional.empty()
        : Optional.of(bilingual(row, name));
  }

  static String es(Optional<Bilingual> text) {
    return text.map(Bilingual::es).orElse(null);
  }

  static String en(Optional<Bilingual> text) {
    return text.map(Bilingual::en).orElse(null);
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
