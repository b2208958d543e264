package com.faultmaven.status.subscriptions;

import java.util.UUID;

/** Identifies what is sent to one subscription about one event. */
public record DeliveryId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
