package com.faultmaven.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident to open, or to enter when it is over.
 *
 * @param startedAt now if null
 * @param resolvedAt when it was over; null for one that is not
 * @param resolution what was said at its end; null for the usual sentence
 */
public record NewIncident(
    String title,
    @Nullable String body,
    Severity severity,
    List<AffectedService> services,
    @Nullable Instant startedAt,
    boolean notifies,
    @Nullable Instant resolvedAt,
    @Nullable String resolution) {

  /**
   * Refuses an impact on a service that the incident does not touch.
   *
   * @throws com.faultmaven.kernel.InvalidRequest naming all of them
   */
  public static void requireNamed(List<ServiceId> services, Map<ServiceId, Impact> impacts) {
    IncidentChanges.requireNamed(services, impacts);
  }

  boolean isBackfilled() {
    return resolvedAt != null;
  }
}
