package com.faultmaven.messages;

import java.util.Locale;

/** Who speaks. */
public enum MessageRole {
  USER,
  ASSISTANT,
  SYSTEM;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The role as contracts and tables spell it. */
  public String word() {
    return word;
  }

  static MessageRole of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
