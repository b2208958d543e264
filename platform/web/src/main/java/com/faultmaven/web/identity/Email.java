package com.faultmaven.web.identity;

/** An address is shown, never decided by: one that cannot be one is left out. */
final class Email {

  private Email() {}

  static boolean isSound(String value) {
    return value.length() <= 320
        && value.indexOf('@') > 0
        && value.chars().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
  }
}
