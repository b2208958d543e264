package com.faultmaven.kernel;

/**
 * What the id of a user or an organization is made of: 1 to 255 visible ASCII characters without a
 * comma. Proxies put commas between the values of repeated header fields.
 */
public final class Name {

  /** The rule in words, to follow what is named. */
  public static final String RULE =
      "is made of 1 to 255 visible ASCII characters, without spaces and commas";

  private static final int LONGEST = 255;

  private Name() {}

  public static boolean isValid(String value) {
    int length = value.length();
    if (length == 0 || length > LONGEST) {
      return false;
    }
    // each request names somebody: by a regular expression this took some of its time
    for (int index = 0; index < length; index++) {
      char character = value.charAt(index);
      if (character <= ' ' || character > '~' || character == ',') {
        return false;
      }
    }
    return true;
  }
}
