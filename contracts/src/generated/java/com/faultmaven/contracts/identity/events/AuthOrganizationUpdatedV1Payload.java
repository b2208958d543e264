// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What changed of which organization.
 *
 * @param organizationId the organization
 * @param changed the names of what changed, such as {@code name} or {@code settings}; not what it
 *     is now
 * @param updatedAt when it was changed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthOrganizationUpdatedV1Payload(
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "changed", required = true) List<String> changed,
    @JsonProperty(value = "updated_at", required = true) Instant updatedAt) {

  public AuthOrganizationUpdatedV1Payload {
    requireNonNull(organizationId, "organization_id");
    requireNonNull(changed, "changed");
    changed = List.copyOf(changed);
    requireNonNull(updatedAt, "updated_at");
  }
}
