package com.faultmaven.movingin.opstatus;

import com.faultmaven.movingin.original.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The row of a source a result set stands at. Each value is looked at before it is believed. */
final class Fields {

  private static final int LONGEST_ID = 100;
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

  private final ResultSet row;
  private final boolean cut;

  /**
   * @param cut whether texts that are too long come without their end
   */
  Fields(ResultSet row, boolean cut) {
    this.row = row;
    this.cut = cut;
  }

  /** Why a row does not come as it is. */
  static final class Unusable extends Exception {

    final String field;
    final String reason;

    Unusable(String field, String reason, String detail) {
      super(detail, null, false, false);
      this.field = field;
      this.reason = reason;
    }
  }

  /** An id as PostgreSQL writes it, or as SQLAlchemy keeps it in SQLite: without hyphens. */
  UUID id(String column) throws SQLException, Unusable {
    String text = String.valueOf(row.getString(column));
    String digits = text.replace("-", "");
    if (!HEX.matcher(digits).matches()) {
      throw new Unusable(column, "no_id", "It is no UUID.");
    }
    return new UUID(
        Long.parseUnsignedLong(digits.substring(0, 16), 16),
        Long.parseUnsignedLong(digits.substring(16), 16));
  }

  /** What a report calls the row, whatever its id is made of. */
  String name(String column) throws SQLException {
    String text = String.valueOf(row.getString(column)).replaceAll("[^!-~]", "?");
    return text.length() > LONGEST_ID ? text.substring(0, LONGEST_ID) : text;
  }

  String required(String column, int most) throws SQLException, Unusable {
    String text = text(column, most);
    if (text == null || text.isBlank()) {
      throw new Unusable(column, "missing", "There is none.");
    }
    return text;
  }

  @Nullable String text(String column, int most) throws SQLException, Unusable {
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    if (text.indexOf('\0') >= 0) {
      throw new Unusable(column, "nul", "It contains U+0000, which cannot be stored.");
    }
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    if (!cut) {
      throw new Unusable(
          column, "too_long", length + " characters are more than " + most + "; see --cut.");
    }
    return text.substring(0, text.offsetByCodePoints(0, most));
  }

  <T> T word(String column, Function<String, T> meaning) throws SQLException, Unusable {
    try {
      return meaning.apply(required(column, LONGEST_ID));
    } catch (IllegalArgumentException unknown) {
      throw new Unusable(column, "unknown", "It is none of the words of the original.");
    }
  }

  Instant time(String column) throws SQLException, Unusable {
    Instant time = timeIfAny(column);
    if (time == null) {
      throw new Unusable(column, "missing", "There is none.");
    }
    return time;
  }

  /** One without a zone is in UTC, as the original writes it. */
  @Nullable Instant timeIfAny(String column) throws SQLException, Unusable {
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    Optional<Instant> time = Moments.parse(text);
    return time.orElseThrow(() -> new Unusable(column, "no_time", "It is no date and time."));
  }
}
