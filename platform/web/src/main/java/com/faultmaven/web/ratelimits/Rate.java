package com.faultmaven.web.ratelimits;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many in so long. Who has used them up gets them back one by one, evenly.
 *
 * @param permits from 1 to 1,000,000,000
 * @param period from a second to a day
 */
public record Rate(long permits, Duration period) {

  private static final long MOST = 1_000_000_000;
  private static final Duration LONGEST = Duration.ofDays(1);

  public Rate {
    if (permits < 1
        || permits > MOST
        || period.compareTo(Duration.ofSeconds(1)) < 0
        || period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A rate is from 1 to 1000000000 in 1s to 1d, not " + permits + " in " + period + ".");
    }
  }

  /**
   * A rate as it is written: {@code 600/1m}.
   *
   * @throws IllegalArgumentException if it is not written so
   */
  public static Rate of(String text) {
    String[] parts = text.strip().split("/", -1);
    try {
      if (parts.length == 2) {
        return new Rate(
            Long.parseLong(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
      }
    } catch (NumberFormatException noNumber) {
      throw unreadable(text, noNumber);
    }
    throw unreadable(text, null);
  }

  private static IllegalArgumentException unreadable(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "\"" + text + "\" is no rate; one looks like 600/1m, and off is none.", cause);
  }
}
