// Generated from contracts/asyncapi/status-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.status.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which maintenance it is, and what happened to it.
 *
 * @param maintenanceId identifies a maintenance
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param title what it is about, in a line
 * @param status where the maintenance is. May gain values
 * @param serviceIds the services it touches
 * @param scheduledFor when it begins by its window
 * @param scheduledUntil when it ends by its window
 * @param completedAt when it ended
 * @param message what was said, as Markdown, if anything
 * @param notifies whether subscribers are told
 * @param changedBy who did it. Null for nobody known, and for the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MaintenanceCompletedV1Payload(
    @JsonProperty(value = "maintenance_id", required = true) String maintenanceId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "title", required = true) String title,
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty(value = "service_ids", required = true) List<String> serviceIds,
    @JsonProperty(value = "scheduled_for", required = true) Instant scheduledFor,
    @JsonProperty(value = "scheduled_until", required = true) Instant scheduledUntil,
    @JsonProperty(value = "completed_at", required = true) Instant completedAt,
    @JsonProperty(value = "message", required = true) @Nullable String message,
    @JsonProperty(value = "notifies", required = true) boolean notifies,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy) {

  public MaintenanceCompletedV1Payload {
    requireNonNull(maintenanceId, "maintenance_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(title, "title");
    requireNonNull(status, "status");
    requireNonNull(serviceIds, "service_ids");
    serviceIds = List.copyOf(serviceIds);
    requireNonNull(scheduledFor, "scheduled_for");
    requireNonNull(scheduledUntil, "scheduled_until");
    requireNonNull(completedAt, "completed_at");
  }
}
