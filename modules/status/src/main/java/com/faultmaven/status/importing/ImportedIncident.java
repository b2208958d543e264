package com.faultmaven.status.importing;

import com.faultmaven.status.IncidentStatus;
import com.faultmaven.status.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it comes, with what was said of it.
 *
 * @param resolvedAt set exactly when it is resolved
 * @param services those it touches
 * @param updates in the order they were made
 */
public record ImportedIncident(
    UUID id,
    String title,
    @Nullable String body,
    Severity severity,
    IncidentStatus status,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant resolvedAt,
    List<UUID> services,
    List<ImportedUpdate> updates) {

  /** Something that was said. */
  public record ImportedUpdate(UUID id, String message, IncidentStatus status, Instant createdAt) {}

  /** When it first was said to be at a status; null if nobody said so. */
  @Nullable Instant reached(IncidentStatus wanted) {
    return updates.stream()
        .filter(it -> it.status() == wanted)
        .map(ImportedUpdate::createdAt)
        .findFirst()
        .orElse(null);
  }
}
