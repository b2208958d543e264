package com.faultmaven.escalations;

import com.faultmaven.mail.MailKey;
import java.util.random.RandomGenerator;

/** Identifies a delivery. */
public record DeliveryId(String value) {

  private static final String PREFIX = "dlv_";

  /**
   * Reads what a caller sent.
   *
   * @throws DeliveryNotFound if nothing can have that id
   */
  public static DeliveryId of(String sent) {
    if (!Ids.isOne(PREFIX, sent)) {
      throw DeliveryNotFound.named(sent);
    }
    return new DeliveryId(sent);
  }

  /** Whether a mail of that key is one of these. */
  static boolean isOne(MailKey key) {
    return Ids.isOne(PREFIX, key.value());
  }

  /** What its mail is called. */
  MailKey key() {
    return new MailKey(value);
  }

  static DeliveryId random(RandomGenerator random) {
    return new DeliveryId(Ids.random(PREFIX, random));
  }

  @Override
  public String toString() {
    return value;
  }
}
