package com.faultmaven.escalations;

import java.util.random.RandomGenerator;

/** Identifies a escalation. */
public record EscalationId(String value) {

  private static final String PREFIX = "esc_";

  /**
   * Reads what a caller sent.
   *
   * @throws EscalationNotFound if nothing can have that id
   */
  public static EscalationId of(String sent) {
    if (!Ids.isOne(PREFIX, sent)) {
      throw EscalationNotFound.named(sent);
    }
    return new EscalationId(sent);
  }

  static EscalationId random(RandomGenerator random) {
    return new EscalationId(Ids.random(PREFIX, random));
  }

  @Override
  public String toString() {
    return value;
  }
}
