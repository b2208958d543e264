package com.faultmaven.web.contract;

import com.faultmaven.kernel.Violation;

/** The sentences about parameters. */
final class Say {

  private static final int LONGEST_NAME = 60;

  private Say() {}

  static Violation unknownParameter(String name) {
    return about(name, "unknown_parameter", "is not a parameter of this operation.");
  }

  static Violation missingParameter(String name) {
    return about(name, "required", "is required.");
  }

  static Violation repeatedParameter(String name) {
    return about(name, "too_many", "must be given once only.");
  }

  static Violation controlsInParameter(String name, boolean multiline) {
    String forbidden = multiline ? "U+0000 or unpaired surrogates." : "control characters.";
    return about(name, "invalid_characters", "must not contain " + forbidden);
  }

  static Violation wrongParameterType(String name, Kind kind) {
    return about(name, "wrong_type", "must be " + kind.description() + ".");
  }

  private static Violation about(String name, String code, String predicate) {
    String shown = shortened(name);
    return Violation.ofParameter(shown, code, shown + " " + predicate);
  }

  /** A name as the caller chose it may be anything, and is not repeated at any length. */
  static String shortened(String name) {
    String visible = name.replaceAll("\\p{Cntrl}|\\p{Cs}", "\uFFFD");
    return visible.codePointCount(0, visible.length()) <= LONGEST_NAME
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }
}
