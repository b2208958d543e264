package com.faultmaven.messages;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names a message.
 *
 * @param value {@code msg_} and 16 lower-case hexadecimal digits
 */
public record MessageId(String value) {

  private static final Pattern FORM = Pattern.compile("msg_[a-f0-9]{16}");

  /**
   * Reads what a caller sent.
   *
   * @throws MessageNotFound if no message can have that id
   */
  public static MessageId of(String sent) {
    if (!FORM.matcher(sent).matches()) {
      throw MessageNotFound.named(sent);
    }
    return new MessageId(sent);
  }

  static MessageId random(RandomGenerator random) {
    return new MessageId("msg_" + HexFormat.of().toHexDigits(random.nextLong()));
  }

  @Override
  public String toString() {
    return value;
  }
}
