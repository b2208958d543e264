package com.faultmaven.identity.teams;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Text;

/**
 * What a team is called, without white space around it.
 *
 * @param key what it has in common with the same name in upper or lower case
 */
public record TeamName(String value, String key) {

  /** A few characters become three of their own when they are compared. */
  private static final int LONGEST_KEY = 200;

  /**
   * Takes what a client sent.
   *
   * @throws InvalidRequest if it cannot be compared
   */
  public static TeamName of(String sent) {
    String value = Text.trim(sent);
    String key = Text.key(value);
    if (key.codePointCount(0, key.length()) > LONGEST_KEY) {
      throw InvalidRequest.body(
          "/name", "too_long", "name is too long, each accent counted as a character.");
    }
    return new TeamName(value, key);
  }
}
