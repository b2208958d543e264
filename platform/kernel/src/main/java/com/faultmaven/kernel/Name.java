package com.faultmaven.kernel;

import java.util.regex.Pattern;

/**
 * What the id of a user or an organization is made of: 1 to 255 visible ASCII characters without a
 * comma. Proxies put commas between the values of repeated header fields.
 */
public final class Name {

  /** The rule in words, to follow what is named. */
  public static final String RULE =
      "is made of 1 to 255 visible ASCII characters, without spaces and commas";

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E&&[^,]]{1,255}");

  private Name() {}

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }
}
