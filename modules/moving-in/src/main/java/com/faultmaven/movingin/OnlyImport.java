package com.faultmaven.movingin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Keeps a second import out for as long as this one runs, and not a moment longer. */
final class OnlyImport implements AutoCloseable {

  /** Any number that nobody else takes. */
  private static final long KEY = 0x6D6F76696E67696EL;

  private final Connection connection;

  OnlyImport(DataSource database) {
    try {
      connection = database.getConnection();
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
        row.next();
        if (!row.getBoolean(1)) {
          connection.close();
          throw new CannotAcquireLockException("another import is running");
        }
      }
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("no lock", failure);
    }
  }

  @Override
  public void close() {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(" + KEY + ")");
    } catch (SQLException failure) {
      throw new DataAccessResourceFailureException("no lock", failure);
    }
  }
}
