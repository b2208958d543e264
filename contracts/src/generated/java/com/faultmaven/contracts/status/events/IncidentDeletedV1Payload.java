// Generated from contracts/asyncapi/status-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.status.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which incident it is, and what happened to it.
 *
 * @param incidentId identifies an incident
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param deletedAt when it was deleted
 * @param changedBy who did it. Null for nobody known, and for the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentDeletedV1Payload(
    @JsonProperty(value = "incident_id", required = true) String incidentId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "deleted_at", required = true) Instant deletedAt,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy) {

  public IncidentDeletedV1Payload {
    requireNonNull(incidentId, "incident_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(deletedAt, "deleted_at");
  }
}
