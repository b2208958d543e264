// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is what, and where.
 *
 * @param userId the user
 * @param scope {@code platform}, {@code organization} or {@code team}
 * @param scopeId the organization or the team; null for the installation
 * @param role what the user is there now
 * @param previousRole what the user was there before, if the one role took the place of the other
 * @param assignedBy who decided it
 * @param assignedAt since when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthRoleAssignedV1Payload(
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "scope", required = true) String scope,
    @JsonProperty(value = "scope_id", required = true) @Nullable String scopeId,
    @JsonProperty(value = "role", required = true) String role,
    @JsonProperty(value = "previous_role", required = true) @Nullable String previousRole,
    @JsonProperty(value = "assigned_by", required = true) String assignedBy,
    @JsonProperty(value = "assigned_at", required = true) Instant assignedAt) {

  public AuthRoleAssignedV1Payload {
    requireNonNull(userId, "user_id");
    requireNonNull(scope, "scope");
    requireNonNull(role, "role");
    requireNonNull(assignedBy, "assigned_by");
    requireNonNull(assignedAt, "assigned_at");
  }
}
