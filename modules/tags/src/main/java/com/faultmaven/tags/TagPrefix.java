package com.faultmaven.tags;

import com.faultmaven.kernel.Text;

/**
 * What tags begin with, in any spelling.
 *
 * @param value without white space before it, as a {@link Text#key}; empty for all tags
 */
public record TagPrefix(String value) {

  /** Every tag begins with it. */
  public static final TagPrefix NONE = new TagPrefix("");

  public TagPrefix {
    value = Text.key(Text.trimStart(value));
  }
}
