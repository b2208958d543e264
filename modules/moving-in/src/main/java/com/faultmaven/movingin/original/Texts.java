package com.faultmaven.movingin.original;

import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads texts that may be longer than they can be here. */
final class Texts {

  private static final String ELLIPSIS = "…";

  /** Of a character. */
  static final int MOST_BYTES = 4;

  private final boolean cut;

  Texts(boolean cut) {
    this.cut = cut;
  }

  /**
   * The text of a column, cut if that is wanted.
   *
   * @param whenCut is told if something is missing
   */
  @Nullable String read(Row row, String column, int most, Consumer<UnusableValue> whenCut)
      throws SQLException, UnusableValue {
    boolean tooLarge = row.size(column) > (long) most * MOST_BYTES;
    String text = tooLarge ? (cut ? row.head(column) : null) : row.text(column);
    if (!tooLarge && (text == null || text.codePointCount(0, text.length()) <= most)) {
      return text;
    }
    UnusableValue tooLong =
        UnusableValue.of(column, "too_long", "It has more than " + most + " characters.");
    if (!cut) {
      throw tooLong;
    }
    whenCut.accept(tooLong);
    String whole = Objects.requireNonNullElse(text, "");
    int kept = Math.min(most - 1, whole.codePointCount(0, whole.length()));
    return whole.substring(0, whole.offsetByCodePoints(0, kept)) + ELLIPSIS;
  }
}
