package com.faultmaven.bench.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows are added by COPY, over a connection of its own. */
final class Table implements AutoCloseable {

  private final Connection connection;
  private final CopyIn copy;

  /**
   * @param columns the table with its columns, as COPY reads them
   */
  Table(DataSource database, String columns) throws SQLException {
    connection = database.getConnection();
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + columns + " from stdin");
  }

  void add(@Nullable Object... values) throws SQLException {
    String row =
        Arrays.stream(values)
            .map(value -> value == null ? "\\N" : value.toString().replace("\\", "\\\\"))
            .collect(Collectors.joining("\t", "", "\n"));
    byte[] bytes = row.getBytes(UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
  }

  void end() throws SQLException {
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
