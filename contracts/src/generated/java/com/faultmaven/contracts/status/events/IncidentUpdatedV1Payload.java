// Generated from contracts/asyncapi/status-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.status.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which incident it is, and what happened to it.
 *
 * @param incidentId identifies an incident
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param changes the members that changed, by name, each with its new value. A member that is not
 *     there did not change. May gain members
 * @param fromStatus where it was, if it moved. May gain values
 * @param toStatus where it is now, if it moved. May gain values
 * @param update what was said, if anything
 * @param updatedAt when it changed
 * @param notifies whether subscribers are told
 * @param changedBy who did it. Null for nobody known, and for the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentUpdatedV1Payload(
    @JsonProperty(value = "incident_id", required = true) String incidentId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "changes", required = true) Map<String, @Nullable Object> changes,
    @JsonProperty(value = "from_status", required = true) @Nullable String fromStatus,
    @JsonProperty(value = "to_status", required = true) @Nullable String toStatus,
    @JsonProperty(value = "update", required = true) @Nullable IncidentUpdatedV1Update update,
    @JsonProperty(value = "updated_at", required = true) Instant updatedAt,
    @JsonProperty(value = "notifies", required = true) boolean notifies,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy) {

  public IncidentUpdatedV1Payload(
      String incidentId,
      String organizationId,
      Map<String, @Nullable Object> changes,
      @Nullable String fromStatus,
      @Nullable String toStatus,
      @Nullable IncidentUpdatedV1Update update,
      Instant updatedAt,
      boolean notifies,
      @Nullable String changedBy) {
    requireNonNull(incidentId, "incident_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(changes, "changes");
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    requireNonNull(updatedAt, "updated_at");
    this.incidentId = incidentId;
    this.organizationId = organizationId;
    this.changes = changes;
    this.fromStatus = fromStatus;
    this.toStatus = toStatus;
    this.update = update;
    this.updatedAt = updatedAt;
    this.notifies = notifies;
    this.changedBy = changedBy;
  }
}
