package com.faultmaven.status;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed services.
 *
 * @param incident the incident, or null
 * @param maintenance the maintenance, or null
 * @param by who did it; null for nobody known, and for the clock
 */
public record Cause(
    @Nullable UUID incident, @Nullable UUID maintenance, Instant at, @Nullable String by) {

  static Cause of(IncidentId incident, Instant at, @Nullable String by) {
    return new Cause(incident.value(), null, at, by);
  }
}
