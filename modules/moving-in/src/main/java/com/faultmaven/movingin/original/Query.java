package com.faultmaven.movingin.original;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs statements on a source, a few rows of whose answer are in memory at a time. */
final class Query {

  private static final int FETCHED = 200;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Takes a row; what it returns says whether it wants another. */
  interface Rows {
    boolean accept(Row row) throws SQLException;
  }

  private final Connection connection;
  private final Dialect dialect;
  private final Charset charset;

  Query(Connection connection, Dialect dialect, Charset charset) {
    this.connection = connection;
    this.dialect = dialect;
    this.charset = charset;
  }

  void run(String sql, Rows rows, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      for (int index = 0; index < parameters.length; index++) {
        bind(statement, index + 1, parameters[index]);
      }
      try (ResultSet found = statement.executeQuery()) {
        Row row = new Row(found, dialect, charset);
        while (found.next() && rows.accept(row)) {
          // the row has been taken
        }
      }
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(dialect, failure);
    }
  }

  /** A number, of a statement that has one answer. */
  long number(String sql) {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException failure) {
      throw UnusableSource.unreadable(dialect, failure);
    }
  }

  private void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (!(value instanceof Collection<?> values)) {
      statement.setObject(index, value);
    } else if (dialect == Dialect.SQLITE) {
      statement.setString(index, JSON.writeValueAsString(values));
    } else {
      statement.setArray(index, connection.createArrayOf("text", values.toArray()));
    }
  }
}
