// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What was created.
 *
 * @param organizationId the organization
 * @param name its name
 * @param slug names it in addresses
 * @param planTier its plan, such as {@code free}
 * @param ownerUserId who owns it
 * @param createdAt when it was created
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthOrganizationCreatedV1Payload(
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "name", required = true) String name,
    @JsonProperty(value = "slug", required = true) String slug,
    @JsonProperty(value = "plan_tier", required = true) String planTier,
    @JsonProperty(value = "owner_user_id", required = true) String ownerUserId,
    @JsonProperty(value = "created_at", required = true) Instant createdAt) {

  public AuthOrganizationCreatedV1Payload {
    requireNonNull(organizationId, "organization_id");
    requireNonNull(name, "name");
    requireNonNull(slug, "slug");
    requireNonNull(planTier, "plan_tier");
    requireNonNull(ownerUserId, "owner_user_id");
    requireNonNull(createdAt, "created_at");
  }
}
