package com.faultmaven.tags;

import com.faultmaven.kernel.Text;

/**
 * A label. Spellings that differ by upper and lower case only, or by Unicode's form of accents, are
 * the same tag.
 *
 * @param name as somebody wrote it, trimmed
 */
public record Tag(String name) {

  private static final int MAX_LENGTH = 50;

  public Tag {
    name = Text.trim(name);
  }

  /** What all spellings of the tag have in common; the same rule as that of the case's own copy. */
  String key() {
    return Text.key(name);
  }

  boolean isSameAs(Tag other) {
    return key().equals(other.key());
  }

  /** Whether a case can have it: 1 to 50 characters, each of which can be stored. */
  public boolean canExist() {
    return !name.isEmpty()
        && name.codePointCount(0, name.length()) <= MAX_LENGTH
        && name.indexOf('\0') < 0;
  }
}
