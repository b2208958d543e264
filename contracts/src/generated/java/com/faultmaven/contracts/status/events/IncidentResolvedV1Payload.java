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
 * Which incident it is, and what happened to it.
 *
 * @param incidentId identifies an incident
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param title what it is about, in a line
 * @param severity how bad it is. May gain values
 * @param serviceIds the services it touches
 * @param caseIds the cases in which it is worked on
 * @param startedAt when the trouble began
 * @param resolvedAt when it was over
 * @param durationSeconds how long it took, in seconds
 * @param message what was said last, as Markdown
 * @param backfilled whether it was over when it was entered
 * @param changedBy who did it. Null for nobody known, and for the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentResolvedV1Payload(
    @JsonProperty(value = "incident_id", required = true) String incidentId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "title", required = true) String title,
    @JsonProperty(value = "severity", required = true) String severity,
    @JsonProperty(value = "service_ids", required = true) List<String> serviceIds,
    @JsonProperty(value = "case_ids", required = true) List<String> caseIds,
    @JsonProperty(value = "started_at", required = true) Instant startedAt,
    @JsonProperty(value = "resolved_at", required = true) Instant resolvedAt,
    @JsonProperty(value = "duration_seconds", required = true) long durationSeconds,
    @JsonProperty(value = "message", required = true) String message,
    @JsonProperty(value = "backfilled", required = true) boolean backfilled,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy) {

  public IncidentResolvedV1Payload {
    requireNonNull(incidentId, "incident_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(title, "title");
    requireNonNull(severity, "severity");
    requireNonNull(serviceIds, "service_ids");
    serviceIds = List.copyOf(serviceIds);
    requireNonNull(caseIds, "case_ids");
    caseIds = List.copyOf(caseIds);
    requireNonNull(startedAt, "started_at");
    requireNonNull(resolvedAt, "resolved_at");
    requireNonNull(message, "message");
  }
}
