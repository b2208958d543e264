package com.faultmaven.status;

import java.util.UUID;

/** Identifies an incident. */
public record IncidentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
