package com.faultmaven.status;

import java.util.UUID;

/** Identifies a maintenance. */
public record MaintenanceId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
