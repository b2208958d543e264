package com.faultmaven.status.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times as people in a time zone read them. */
final class Times {

  private static final DateTimeFormatter DAY = pattern("d MMMM");
  private static final DateTimeFormatter DATE = pattern("d MMMM uuuu");
  private static final DateTimeFormatter MONTH = pattern("MMMM uuuu");
  private static final DateTimeFormatter MOMENT = pattern("d MMM uuuu, HH:mm zzz");

  private final ZoneId zone;

  Times(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * A moment for both kinds of readers.
   *
   * @param iso RFC 3339 in UTC
   */
  record Moment(String iso, String text) {}

  Moment moment(Instant instant) {
    return new Moment(instant.toString(), MOMENT.withZone(zone).format(instant));
  }

  LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String date(LocalDate day) {
    return DATE.format(day);
  }

  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** Such as 2 h 10 min. */
  static String duration(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    if (time.toMinutes() == 0) {
      return seconds + " s";
    }
    String minutes = time.toMinutesPart() + " min";
    if (time.toHours() == 0) {
      return minutes;
    }
    String hours = time.toHours() + " h";
    return time.toMinutesPart() == 0 ? hours : hours + " " + minutes;
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
