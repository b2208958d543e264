package com.faultmaven.tags;

import java.util.Locale;

/**
 * What tags begin with, in any spelling.
 *
 * @param value without space before it, in lower case; empty for all tags
 */
public record TagPrefix(String value) {

  /** Every tag begins with it. */
  public static final TagPrefix NONE = new TagPrefix("");

  public TagPrefix {
    value = value.stripLeading().toLowerCase(Locale.ROOT);
  }
}
