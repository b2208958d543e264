package com.faultmaven.reports.matching;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Identifies a match.
 *
 * @param value {@code match_} and 16 lower-case hexadecimal digits
 */
public record MatchId(String value) {

  static final Pattern FORM = Pattern.compile("match_[0-9a-f]{16}");

  /**
   * Reads what a caller sent.
   *
   * @throws MatchNotFound if no match can have that id
   */
  public static MatchId of(String sent) {
    if (!FORM.matcher(sent).matches()) {
      throw MatchNotFound.named(sent);
    }
    return new MatchId(sent);
  }

  static MatchId random(RandomGenerator random) {
    return new MatchId("match_" + HexFormat.of().toHexDigits(random.nextLong()));
  }

  @Override
  public String toString() {
    return value;
  }
}
