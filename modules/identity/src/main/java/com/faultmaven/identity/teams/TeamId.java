package com.faultmaven.identity.teams;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Identifies a team. */
public record TeamId(String value) {

  static final Pattern FORM = Pattern.compile("team_[0-9a-f]{16}");
  private static final int BYTES = 8;

  /**
   * Reads an id.
   *
   * @throws TeamNotFound if it is none
   */
  public static TeamId of(String sent) {
    TeamId id = new TeamId(sent);
    if (!FORM.matcher(sent).matches()) {
      throw TeamNotFound.of(id);
    }
    return id;
  }

  static TeamId random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TeamId("team_" + HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return value;
  }
}
