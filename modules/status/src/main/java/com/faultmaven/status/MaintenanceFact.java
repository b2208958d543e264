package com.faultmaven.status;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that became true of a maintenance, told in the transaction that made it true, or found
 * it true.
 *
 * @param kind what it was
 * @param status where the maintenance was then
 * @param changes the members that changed, with their new values; empty unless it was updated
 * @param said what was said, if anything
 * @param number of the fact among those of the maintenance
 * @param by who did it; null for nobody known, and for the clock
 */
public record MaintenanceFact(
    Kind kind,
    Maintenance maintenance,
    MaintenanceStatus status,
    Map<String, @Nullable Object> changes,
    @Nullable MaintenanceUpdate said,
    Instant at,
    long number,
    @Nullable String by) {

  /** What can happen to a maintenance. */
  public enum Kind {
    SCHEDULED,
    UPDATED,
    STARTED,
    COMPLETED,
    CANCELLED
  }
}
