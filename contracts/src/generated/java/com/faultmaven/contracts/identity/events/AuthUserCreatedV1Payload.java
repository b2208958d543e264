// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * Whose account it is.
 *
 * @param userId the user
 * @param roles the roles of the installation that the account has
 * @param isService whether it is a service's account and no person's
 * @param createdAt when it was created
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthUserCreatedV1Payload(
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "roles", required = true) List<String> roles,
    @JsonProperty(value = "is_service", required = true) boolean isService,
    @JsonProperty(value = "created_at", required = true) Instant createdAt) {

  public AuthUserCreatedV1Payload {
    requireNonNull(userId, "user_id");
    requireNonNull(roles, "roles");
    roles = List.copyOf(roles);
    requireNonNull(createdAt, "created_at");
  }
}
