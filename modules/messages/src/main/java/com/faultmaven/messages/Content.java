package com.faultmaven.messages;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Text;

/**
 * What a message says, to the last space.
 *
 * @param value 1 to 50,000 characters, not blank
 */
public record Content(String value) {

  private static final int MAX_LENGTH = 50_000;

  /**
   * Takes what a client sent.
   *
   * @throws InvalidRequest if it is blank or too long
   */
  public static Content of(String sent) {
    if (Text.isBlank(sent)) {
      throw InvalidRequest.body("/content", "blank", "content must not be blank.");
    }
    if (sent.codePointCount(0, sent.length()) > MAX_LENGTH) {
      throw InvalidRequest.body(
          "/content", "too_long", "content must be at most 50000 characters long.");
    }
    return new Content(sent);
  }
}
