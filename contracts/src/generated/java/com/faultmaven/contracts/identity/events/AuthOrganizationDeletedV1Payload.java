// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What is gone.
 *
 * @param organizationId the organization
 * @param deletedAt when it was deleted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthOrganizationDeletedV1Payload(
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "deleted_at", required = true) Instant deletedAt) {

  public AuthOrganizationDeletedV1Payload {
    requireNonNull(organizationId, "organization_id");
    requireNonNull(deletedAt, "deleted_at");
  }
}
