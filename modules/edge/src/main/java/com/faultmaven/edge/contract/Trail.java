package com.faultmaven.edge.contract;

import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a body to a value in it.
 *
 * @param step a property name or an index
 */
record Trail(@Nullable Trail parent, Object step) {

  static final Trail START = new Trail(null, "");

  private static final int LONGEST_POINTER = 1000;

  /**
   * RFC 6901, cut where property names of the caller make it endless; half characters in them,
   * which no answer could carry, are replaced.
   */
  String pointer() {
    String pointer = rawPointer();
    String bounded = pointer.substring(0, Math.min(pointer.length(), LONGEST_POINTER));
    return bounded.replaceAll("\\p{Cs}", "\uFFFD");
  }

  /** How a sentence calls the value: {@code tags[3]}, {@code metadata.region}. */
  String name() {
    return parent == null ? "The body" : Say.shortened(rawName());
  }

  private String rawPointer() {
    return parent == null
        ? ""
        : parent.rawPointer() + "/" + step.toString().replace("~", "~0").replace("/", "~1");
  }

  private String rawName() {
    if (parent == null) {
      return "";
    }
    String before = parent.rawName();
    if (step instanceof Integer index) {
      return before + "[" + index + "]";
    }
    return before.isEmpty() ? step.toString() : before + "." + step;
  }
}
