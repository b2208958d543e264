package com.faultmaven.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Many new rows of one table, by COPY, within the transaction of the caller: several times as fast
 * as statements that insert. Rows are kept until there are some megabytes of them, so whoever adds
 * the last has to {@link #flush}.
 */
public final class CopiedRows {

  private static final int FULL = 2 << 20;

  private static final SQLExceptionTranslator FAILURES = new SQLStateSQLExceptionTranslator();

  private final DataSource database;
  private final String copy;
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();

  /**
   * @param columns the table, and the columns in the order in which values come
   */
  public CopiedRows(DataSource database, String table, String... columns) {
    this.database = database;
    this.copy = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
  }

  /** Adds a row. A list is an array of text; what else is no text, PostgreSQL has to read. */
  public void add(@Nullable Object... values) {
    StringBuilder row = new StringBuilder();
    for (Object value : values) {
      row.append(row.isEmpty() ? "" : "\t");
      if (value == null) {
        row.append("\\N");
      } else {
        escape(value instanceof List<?> list ? array(list) : value.toString(), row);
      }
    }
    rows.writeBytes(row.append('\n').toString().getBytes(UTF_8));
    if (rows.size() >= FULL) {
      flush();
    }
  }

  /** Sends what has not been sent yet. */
  public void flush() {
    if (rows.size() == 0) {
      return;
    }
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(copy, new ByteArrayInputStream(rows.toByteArray()));
      rows.reset();
    } catch (SQLException refused) {
      throw translated(refused);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private RuntimeException translated(SQLException refused) {
    RuntimeException failure = FAILURES.translate("copy", copy, refused);
    return failure == null ? new IllegalStateException(refused) : failure;
  }

  private static String array(List<?> values) {
    StringBuilder array = new StringBuilder("{");
    for (Object value : values) {
      array.append(array.length() == 1 ? "" : ",").append('"');
      array.append(value.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return array.append('}').toString();
  }

  private static void escape(String value, StringBuilder row) {
    for (int index = 0; index < value.length(); index++) {
      char character = value.charAt(index);
      switch (character) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        default -> row.append(character);
      }
    }
  }
}
