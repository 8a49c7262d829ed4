package org.yunga.core.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yunga.core.store.sql.Sql;

class TransactionsTest {

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    Sql.execute(connection, "CREATE TABLE t (x INTEGER PRIMARY KEY)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void commitsWhatSucceeds() throws SQLException {
    assertThat(Transactions.run(connection, () -> insert("INSERT"))).isEqualTo(1);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void rollsBackWhatFails() throws SQLException {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                Transactions.run(
                    connection,
                    () -> {
                      insert("INSERT");
                      throw new IllegalArgumentException("wrong delivery");
                    }));
    assertThat(rows()).isZero();
  }

  /** As it does on its own when the disk is full: the cause must not be hidden by the clean-up. */
  @Test
  void saysWhyWhenSqliteHasRolledBackItself() throws SQLException {
    assertThatThrownBy(
            () ->
                Transactions.run(
                    connection,
                    () -> {
                      insert("INSERT");
                      return insert("INSERT OR ROLLBACK");
                    }))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("UNIQUE");
    assertThat(rows()).isZero();
  }

  private int insert(String verb) throws SQLException {
    Sql.execute(connection, verb + " INTO t VALUES (1)");
    return 1;
  }

  private int rows() throws SQLException {
    return Sql.query(connection, "SELECT count(*) FROM t", row -> row.getInt(1)).get(0);
  }
}
