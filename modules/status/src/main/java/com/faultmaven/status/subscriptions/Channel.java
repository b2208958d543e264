package com.faultmaven.status.subscriptions;

import java.util.Locale;

/** How a subscriber is told. */
public enum Channel {
  WEBHOOK,
  EMAIL;

  /** As contract and table spell it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Channel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
