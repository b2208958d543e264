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
 * @param createdAt when it was added
 * @param changedBy who did it. Null for nobody known, and for the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServiceCreatedV1Payload(
    @JsonProperty(value = "service_id", required = true) String serviceId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "name", required = true) String name,
    @JsonProperty(value = "created_at", required = true) Instant createdAt,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy) {

  public ServiceCreatedV1Payload {
    requireNonNull(serviceId, "service_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(name, "name");
    requireNonNull(createdAt, "created_at");
  }
}
