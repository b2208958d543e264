package com.faultmaven.escalations;

import java.util.random.RandomGenerator;

/** Identifies a target. */
public record TargetId(String value) {

  private static final String PREFIX = "tgt_";

  /**
   * Reads what a caller sent.
   *
   * @throws TargetNotFound if nothing can have that id
   */
  public static TargetId of(String sent) {
    if (!Ids.isOne(PREFIX, sent)) {
      throw TargetNotFound.named(sent);
    }
    return new TargetId(sent);
  }

  static TargetId random(RandomGenerator random) {
    return new TargetId(Ids.random(PREFIX, random));
  }

  @Override
  public String toString() {
    return value;
  }
}
