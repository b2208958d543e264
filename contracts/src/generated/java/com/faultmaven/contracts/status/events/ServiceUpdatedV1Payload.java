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
 * Which service it is, and what happened to it.
 *
 * @param serviceId identifies a service
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param name what the service is called
 * @param changes the members that changed, by name, each with its new value. A member that is not
 *     there did not change. May gain members
 * @param updatedAt when it changed
 * @param changedBy who did it. Null for nobody known, and for the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServiceUpdatedV1Payload(
    @JsonProperty(value = "service_id", required = true) String serviceId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "name", required = true) String name,
    @JsonProperty(value = "changes", required = true) Map<String, @Nullable Object> changes,
    @JsonProperty(value = "updated_at", required = true) Instant updatedAt,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy) {

  public ServiceUpdatedV1Payload(
      String serviceId,
      String organizationId,
      String name,
      Map<String, @Nullable Object> changes,
      Instant updatedAt,
      @Nullable String changedBy) {
    requireNonNull(serviceId, "service_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(name, "name");
    requireNonNull(changes, "changes");
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    requireNonNull(updatedAt, "updated_at");
    this.serviceId = serviceId;
    this.organizationId = organizationId;
    this.name = name;
    this.changes = changes;
    this.updatedAt = updatedAt;
    this.changedBy = changedBy;
  }
}
