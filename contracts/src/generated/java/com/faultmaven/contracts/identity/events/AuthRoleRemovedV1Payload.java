// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is what no more, and where.
 *
 * @param userId the user
 * @param scope {@code platform}, {@code organization} or {@code team}
 * @param scopeId the organization or the team; null for the installation
 * @param role what the user was there
 * @param removedBy who decided it; null for nobody in particular
 * @param reason {@code removed}, {@code left}, {@code user_deleted}, {@code organization_deleted}
 *     or {@code team_deleted}
 * @param removedAt when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthRoleRemovedV1Payload(
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "scope", required = true) String scope,
    @JsonProperty(value = "scope_id", required = true) @Nullable String scopeId,
    @JsonProperty(value = "role", required = true) String role,
    @JsonProperty(value = "removed_by", required = true) @Nullable String removedBy,
    @JsonProperty(value = "reason", required = true) String reason,
    @JsonProperty(value = "removed_at", required = true) Instant removedAt) {

  public AuthRoleRemovedV1Payload {
    requireNonNull(userId, "user_id");
    requireNonNull(scope, "scope");
    requireNonNull(role, "role");
    requireNonNull(reason, "reason");
    requireNonNull(removedAt, "removed_at");
  }
}
