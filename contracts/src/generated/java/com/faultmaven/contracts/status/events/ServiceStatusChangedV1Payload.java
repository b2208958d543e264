// Generated from contracts/asyncapi/status-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.status.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which service it is, and what happened to it.
 *
 * @param serviceId identifies a service
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param name what the service is called
 * @param fromStatus how the service was, in three words. May gain values
 * @param toStatus how the service is, in three words. May gain values
 * @param fromCondition how the service was. May gain values
 * @param toCondition how the service is. May gain values
 * @param incidentId the incident that made the difference, if one did
 * @param maintenanceId the maintenance that made the difference, if one did
 * @param changedAt when it changed
 * @param changedBy who did it. Null for nobody known, and for the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServiceStatusChangedV1Payload(
    @JsonProperty(value = "service_id", required = true) String serviceId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "name", required = true) String name,
    @JsonProperty(value = "from_status", required = true) String fromStatus,
    @JsonProperty(value = "to_status", required = true) String toStatus,
    @JsonProperty(value = "from_condition", required = true) String fromCondition,
    @JsonProperty(value = "to_condition", required = true) String toCondition,
    @JsonProperty(value = "incident_id", required = true) @Nullable String incidentId,
    @JsonProperty(value = "maintenance_id", required = true) @Nullable String maintenanceId,
    @JsonProperty(value = "changed_at", required = true) Instant changedAt,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy) {

  public ServiceStatusChangedV1Payload {
    requireNonNull(serviceId, "service_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(name, "name");
    requireNonNull(fromStatus, "from_status");
    requireNonNull(toStatus, "to_status");
    requireNonNull(fromCondition, "from_condition");
    requireNonNull(toCondition, "to_condition");
    requireNonNull(changedAt, "changed_at");
  }
}
