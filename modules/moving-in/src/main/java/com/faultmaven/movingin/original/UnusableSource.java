package com.faultmaven.movingin.original;

import java.sql.SQLException;

/** Why nothing can be read from a source, in words for its operator. */
public final class UnusableSource extends RuntimeException {

  private static final String NO_CHARACTER = "22021";

  /** Whether it may be usable in a moment. */
  public final boolean forNow;

  private UnusableSource(String words, Throwable cause, boolean forNow) {
    super(words, cause);
    this.forNow = forNow;
  }

  private UnusableSource(String words) {
    super(words);
    this.forNow = false;
  }

  static UnusableSource address(String why) {
    return new UnusableSource(
        why + " Use --from sqlite:PATH or --from postgresql://user:password@host:5432/database.");
  }

  static UnusableSource missing(String what) {
    return new UnusableSource("This is no database of the original service: " + what + ".");
  }

  /** While it is read. */
  public static UnusableSource unreadable(Dialect dialect, SQLException failure) {
    String words = String.valueOf(failure.getMessage());
    if (dialect == Dialect.SQLITE && words.contains("SQLITE_BUSY")) {
      return new UnusableSource(
          "The file is locked by another process that writes. Wait for it, stop it, or import from"
              + " a copy (sqlite3 FILE \".backup COPY\").",
          failure,
          true);
    }
    if (dialect == Dialect.SQLITE && words.contains("SQLITE_NOTADB")) {
      return new UnusableSource(
          "The file is no SQLite database, or it is encrypted.", failure, false);
    }
    if (NO_CHARACTER.equals(failure.getSQLState())) {
      return new UnusableSource(
          "It has bytes that are no text in UTF-8, and an encoding (SQL_ASCII) that does not say what"
              + " they are. Copy it into a database of UTF8 first.",
          failure,
          false);
    }
    return new UnusableSource(
        "The source cannot be read: " + words.lines().findFirst().orElse(""), failure, false);
  }
}
