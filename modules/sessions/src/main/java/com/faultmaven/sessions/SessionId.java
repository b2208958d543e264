package com.faultmaven.sessions;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Identifies a session; nothing is allowed because one knows it. */
public record SessionId(String value) {

  private static final Pattern FORM = Pattern.compile("session_[0-9a-f]{32}");
  private static final int BYTES = 16;

  /** Whether a session can be called like that. */
  public static boolean isOne(String sent) {
    return FORM.matcher(sent).matches();
  }

  /**
   * Reads an id.
   *
   * @throws SessionNotFound if it is none
   */
  public static SessionId of(String sent) {
    if (!isOne(sent)) {
      throw SessionNotFound.any();
    }
    return new SessionId(sent);
  }

  static SessionId random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SessionId("session_" + HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return value;
  }
}
