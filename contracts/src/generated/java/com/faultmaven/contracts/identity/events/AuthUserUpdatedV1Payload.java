// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What changed of whose account.
 *
 * @param userId the user
 * @param changed the names of what changed, such as {@code email} or {@code roles}; not what it is
 *     now
 * @param isActive whether the account may sign in
 * @param updatedAt when it was changed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthUserUpdatedV1Payload(
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "changed", required = true) List<String> changed,
    @JsonProperty(value = "is_active", required = true) boolean isActive,
    @JsonProperty(value = "updated_at", required = true) Instant updatedAt) {

  public AuthUserUpdatedV1Payload {
    requireNonNull(userId, "user_id");
    requireNonNull(changed, "changed");
    changed = List.copyOf(changed);
    requireNonNull(updatedAt, "updated_at");
  }
}
