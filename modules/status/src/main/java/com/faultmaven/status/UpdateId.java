package com.faultmaven.status;

import java.util.UUID;

/** Identifies an entry of a timeline. */
public record UpdateId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
