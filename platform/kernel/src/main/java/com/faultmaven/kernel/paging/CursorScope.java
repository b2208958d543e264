package com.faultmaven.kernel.paging;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor is valid for: whose list, which filters, which order. The text of it is the same in
 * every process and every release: it is made of names and values given for this purpose, and the
 * values of one name are sorted.
 */
public final class CursorScope {

  private final String text;

  private CursorScope(String text) {
    this.text = text;
  }

  /**
   * Begins with a kind of list.
   *
   * @param list its name, with a letter that changes when its cursors get another form
   */
  public static CursorScope of(String list) {
    return new CursorScope(list);
  }

  /** With a value; null is as if it were not added. */
  public CursorScope with(String name, @Nullable Object value) {
    return value == null ? this : plus(name, measured(value.toString()));
  }

  /** With values of which neither order nor repetition matters; none is as if not added. */
  public CursorScope withAll(String name, Collection<String> values) {
    return values.isEmpty()
        ? this
        : plus(
            name,
            values.stream()
                .sorted()
                .distinct()
                .map(CursorScope::measured)
                .collect(Collectors.joining(" ")));
  }

  private CursorScope plus(String name, String values) {
    return new CursorScope(text + " " + name + " " + values);
  }

  /** With its length before it a value cannot be taken for two, nor for a name. */
  private static String measured(String value) {
    return value.length() + ":" + value;
  }

  @Override
  public String toString() {
    return text;
  }
}
