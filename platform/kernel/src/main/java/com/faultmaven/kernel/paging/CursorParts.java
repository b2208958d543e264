package com.faultmaven.kernel.paging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor says, part by part. Nobody vouches for it: what is not what it has to be is refused
 * like any other bad parameter.
 */
public final class CursorParts {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
  private static final Pattern REAL =
      Pattern.compile("-?[0-9]{1,10}\\.[0-9]{1,17}(E-?[0-9]{1,3})?");

  /** The years that RFC 3339 can write, which both Java and PostgreSQL know. */
  private static final long FIRST = micros("0000-01-01T00:00:00Z");

  private static final long LAST = micros("9999-12-31T23:59:59.999999Z");

  private @Nullable String left;

  CursorParts(String position) {
    left = position;
  }

  /** A whole number from the least to the most. */
  public long number(long least, long most) {
    long number;
    try {
      number = Long.parseLong(word(WHOLE));
    } catch (NumberFormatException tooLong) {
      throw Cursor.refused();
    }
    if (number < least || number > most) {
      throw Cursor.refused();
    }
    return number;
  }

  /** A number with a point. */
  public double real() {
    double number = Double.parseDouble(word(REAL));
    if (Double.isFinite(number)) {
      return number;
    }
    throw Cursor.refused();
  }

  /** A time, to the microsecond. */
  public Instant instant() {
    return Instant.EPOCH.plus(number(FIRST, LAST), ChronoUnit.MICROS);
  }

  /** A word of a form that leaves room for no colon. */
  public String word(Pattern form) {
    String rest = rest();
    int colon = rest.indexOf(':');
    String part = colon < 0 ? rest : rest.substring(0, colon);
    left = colon < 0 ? null : rest.substring(colon + 1);
    if (form.matcher(part).matches()) {
      return part;
    }
    throw Cursor.refused();
  }

  /** All that is left, whatever it is, as far as a database can compare it with anything. */
  public String rest() {
    String rest = left;
    left = null;
    if (rest == null || rest.indexOf('\0') >= 0) {
      throw Cursor.refused();
    }
    return rest;
  }

  void end() {
    if (left != null) {
      throw Cursor.refused();
    }
  }

  private static long micros(String moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(moment));
  }
}
