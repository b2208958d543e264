package com.faultmaven.movingin.original;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as SQLAlchemy, SQLite, Python's isoformat and PostgreSQL write them. */
final class Timestamps {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[ Tt](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
              + " ?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?");

  private static final Instant FIRST = Instant.EPOCH;

  /** A clock that is wrong, or a local time that was taken for UTC. */
  private static final Duration TOLERATED = Duration.ofDays(1);

  private Timestamps() {}

  /** Reads a time; one without a zone is in UTC, as the original writes it. */
  static Instant parse(String column, String text) throws UnusableValue {
    Matcher time = FORM.matcher(text.strip());
    if (!time.matches()) {
      throw invalid(column);
    }
    try {
      ZoneOffset zone =
          time.group(3) == null
              ? ZoneOffset.UTC
              : ZoneOffset.of(time.group(3).toUpperCase(java.util.Locale.ROOT));
      return LocalDate.parse(time.group(1))
          .atTime(LocalTime.parse(time.group(2)))
          .toInstant(zone)
          .truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException impossible) {
      throw invalid(column);
    }
  }

  /** Refuses what nobody can have lived through. */
  static Instant plausible(String column, Instant time, Instant now) throws UnusableValue {
    if (time.isBefore(FIRST)) {
      throw UnusableValue.of(column, "too_early", "It is before 1970.");
    }
    if (time.isAfter(now.plus(TOLERATED))) {
      throw UnusableValue.of(column, "in_the_future", "It is more than a day from now.");
    }
    return time;
  }

  private static UnusableValue invalid(String column) {
    return UnusableValue.of(column, "no_time", "It is no date and time.");
  }
}
