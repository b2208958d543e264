package com.faultmaven.reports.matching;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports find the cases they seem to belong to.
 *
 * @param autoLink from which score on matches accept themselves; {@code off} for never
 * @param matchRadius how far a linked report may be, in m or km
 * @param reopenWithin how long after it was resolved a case may be reopened
 */
@ConfigurationProperties(prefix = "faultmaven.reports", ignoreUnknownFields = false)
public record MatchingProperties(
    @DefaultValue("off") String autoLink,
    @DefaultValue("1km") String matchRadius,
    @DefaultValue("30d") Duration reopenWithin) {

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(m|km)");
  private static final double METRES = 1000;
  private static final double MOST_KM = 100;

  public MatchingProperties {
    score(autoLink);
    kilometres(matchRadius);
    if (reopenWithin.isNegative()) {
      throw new IllegalArgumentException("faultmaven.reports.reopen-within is no time to wait.");
    }
  }

  OptionalDouble autoLinkFrom() {
    return score(autoLink);
  }

  double radiusKm() {
    return kilometres(matchRadius);
  }

  private static OptionalDouble score(String written) {
    if (written.toLowerCase(Locale.ROOT).equals("off") || written.equals("false")) {
      return OptionalDouble.empty();
    }
    double score = Double.parseDouble(written);
    if (!(score > 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "faultmaven.reports.auto-link is off, or a score of more than 0 and at most 1.");
    }
    return OptionalDouble.of(score);
  }

  private static double kilometres(String written) {
    Matcher length = LENGTH.matcher(written.strip());
    if (!length.matches()) {
      throw new IllegalArgumentException(
          "faultmaven.reports.match-radius is a length such as 500m or 1km.");
    }
    double number = Double.parseDouble(length.group(1));
    double kilometres = length.group(2).equals("km") ? number : number / METRES;
    if (kilometres > MOST_KM) {
      throw new IllegalArgumentException("faultmaven.reports.match-radius is at most 100km.");
    }
    return kilometres;
  }
}
