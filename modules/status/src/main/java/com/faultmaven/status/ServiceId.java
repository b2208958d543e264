package com.faultmaven.status;

import java.util.Collection;
import java.util.UUID;

/** Identifies a service. */
public record ServiceId(UUID value) {

  /** As SQL takes them for {@code any(?::uuid[])}. */
  public static String[] values(Collection<ServiceId> ids) {
    return ids.stream().map(ServiceId::toString).toArray(String[]::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
