package com.faultmaven.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Sees to it that each connection is a session of its own: the locks of leads and the settings of
 * connections live there.
 */
final class OwnSessions {

  private OwnSessions() {}

  /**
   * Looks who serves two connections that are open at once.
   *
   * @throws UnusableDatabase if one process of the database does
   * @throws SQLException if it does not answer
   */
  static void require(DataSource pool) throws SQLException {
    try (Connection one = pool.getConnection();
        Connection another = pool.getConnection()) {
      if (process(one) == process(another)) {
        throw UnusableDatabase.pooledByTransaction();
      }
    }
  }

  private static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
