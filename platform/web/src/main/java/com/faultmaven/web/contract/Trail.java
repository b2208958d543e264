package com.faultmaven.web.contract;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/**
 * The way from the top of a body to a value in it.
 *
 * @param step a property name or an index
 */
record Trail(@Nullable Trail parent, Object step) {

  static final Trail START = new Trail(null, "");

  private static final int LONGEST = 1000;

  /** The way to where a parser is. */
  static Trail to(TokenStreamContext place) {
    if (place.getParent() == null) {
      return START;
    }
    Object step = place.inObject() ? place.currentName() : (Object) place.getCurrentIndex();
    return new Trail(to(place.getParent()), step);
  }

  /**
   * RFC 6901, cut where property names of the caller make it endless; half characters in them,
   * which no answer could carry, are replaced.
   */
  String pointer() {
    StringBuilder pointer = new StringBuilder();
    appendPointer(pointer);
    return cut(pointer.toString()).replaceAll("\\p{Cs}", "\uFFFD");
  }

  /** How a sentence calls the value: {@code list[3]}, {@code metadata.region}. */
  String name() {
    if (parent == null) {
      return "The body";
    }
    StringBuilder name = new StringBuilder();
    appendName(name);
    return Say.shortened(name.toString());
  }

  private void appendPointer(StringBuilder pointer) {
    if (parent != null) {
      parent.appendPointer(pointer);
      if (pointer.length() < LONGEST) {
        pointer.append('/').append(cut(step.toString()).replace("~", "~0").replace("/", "~1"));
      }
    }
  }

  private void appendName(StringBuilder name) {
    if (parent == null) {
      return;
    }
    parent.appendName(name);
    if (name.length() >= LONGEST) {
      return;
    }
    if (step instanceof Integer index) {
      name.append('[').append(index.intValue()).append(']');
    } else {
      name.append(name.isEmpty() ? "" : ".").append(cut(step.toString()));
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
