package com.faultmaven.mail;

import java.util.regex.Pattern;

/**
 * What the sender calls a mail; it is sent once under it.
 *
 * @param value 1 to 100 of {@code A-Za-z0-9._-}
 */
public record MailKey(String value) {

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  public MailKey {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException("The key of a mail has 1 to 100 of A-Za-z0-9._-");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
