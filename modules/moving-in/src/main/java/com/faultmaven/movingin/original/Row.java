package com.faultmaven.movingin.original;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a source a result set stands at. Each value is looked at before it is believed. */
final class Row {

  private final ResultSet rows;
  private final Dialect dialect;
  private final Charset charset;

  /**
   * @param charset in which SQLite gives the bytes of a text
   */
  Row(ResultSet rows, Dialect dialect, Charset charset) {
    this.rows = rows;
    this.dialect = dialect;
    this.charset = charset;
  }

  /** The text; null if there is none, or no such column. */
  @Nullable String text(String column) throws SQLException, UnusableValue {
    String text = raw(column, column);
    if (text == null && isPresent(column)) {
      throw UnusableValue.of(column, "too_long", size(column) + " bytes are too many.");
    }
    return text;
  }

  /** The text, whose absence nothing can stand in for. */
  String required(String column) throws SQLException, UnusableValue {
    String text = text(column);
    if (text == null) {
      throw UnusableValue.of(column, "missing", "There is none.");
    }
    return text;
  }

  /** Whether there is a value, however large. */
  boolean isPresent(String column) throws SQLException {
    return rows.getObject(column + "_size") != null;
  }

  long size(String column) throws SQLException {
    return rows.getLong(column + "_size");
  }

  /** The beginning of a text that is too large. */
  @Nullable String head(String column) throws SQLException, UnusableValue {
    return raw(column, column + "_head");
  }

  /** When it was; null if nobody says. */
  @Nullable Instant time(String column) throws SQLException, UnusableValue {
    String text = text(column);
    return text == null ? null : Timestamps.parse(column, text);
  }

  private @Nullable String raw(String column, String label) throws SQLException, UnusableValue {
    String text = dialect == Dialect.SQLITE ? decoded(column, label) : rows.getString(label);
    if (text != null && text.indexOf('\0') >= 0) {
      throw UnusableValue.of(column, "nul", "It contains U+0000, which cannot be stored.");
    }
    return text;
  }

  /** SQLite keeps whatever bytes it was given. */
  private @Nullable String decoded(String column, String label) throws SQLException, UnusableValue {
    byte[] bytes = rows.getBytes(label);
    try {
      return bytes == null ? null : charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException foreign) {
      throw foreign(column);
    }
  }

  private static UnusableValue foreign(String column) {
    return UnusableValue.of(column, "encoding", "Its bytes are no text in UTF-8.");
  }
}
