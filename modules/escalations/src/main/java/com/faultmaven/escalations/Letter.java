package com.faultmaven.escalations;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Text;

/**
 * What a letter says.
 *
 * @param subject 1 to 250 characters in one line
 * @param body 1 to 50,000 characters
 */
public record Letter(String subject, String body) {

  /** What was given is used as it is, but for white space around it. */
  static Letter given(String subject, String body) {
    return new Letter(trimmed("subject", subject), trimmed("body", body));
  }

  private static String trimmed(String member, String text) {
    String trimmed = Text.trim(text);
    if (trimmed.isEmpty()) {
      throw InvalidRequest.body("/" + member, "blank", member + " must not be blank.");
    }
    if (member.equals("subject") && breaksLines(trimmed)) {
      throw InvalidRequest.body(
          "/subject", "invalid_characters", "subject must have no control characters.");
    }
    return trimmed;
  }

  /** Some servers begin a new line at U+2028 and U+2029. */
  static boolean breaksLines(String text) {
    return Text.hasControls(text) || text.indexOf('\u2028') >= 0 || text.indexOf('\u2029') >= 0;
  }
}
