package com.faultmaven.edge.identity;

import java.util.regex.Pattern;

/** What a user or an organization may be called: 1 to 255 visible ASCII characters. */
final class Name {

  private static final Pattern SOUND = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private Name() {}

  static boolean isSound(String value) {
    return SOUND.matcher(value).matches();
  }
}
