package com.faultmaven.escalations;

import java.util.random.RandomGenerator;

/** Identifies a contact. */
public record ContactId(String value) {

  private static final String PREFIX = "con_";

  /**
   * Reads what a caller sent.
   *
   * @throws ContactNotFound if nothing can have that id
   */
  public static ContactId of(String sent) {
    if (!Ids.isOne(PREFIX, sent)) {
      throw ContactNotFound.named(sent);
    }
    return new ContactId(sent);
  }

  static ContactId random(RandomGenerator random) {
    return new ContactId(Ids.random(PREFIX, random));
  }

  @Override
  public String toString() {
    return value;
  }
}
