// Generated from contracts/asyncapi/sessions-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.sessions.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which session ended, and why.
 *
 * @param sessionId identifies a session
 * @param userId identifies a person or a service, as the identity provider names it
 * @param clientId the client the session is resumed for. Null for none
 * @param lastActivityAt when there was last activity
 * @param reason nothing happened in it for as long as it allowed ({@code idle}), or it reached its
 *     age ({@code age}). May gain values
 * @param expiredAt when it was recorded that it had ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionExpiredV1Payload(
    @JsonProperty(value = "session_id", required = true) String sessionId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "client_id", required = true) @Nullable String clientId,
    @JsonProperty(value = "last_activity_at", required = true) Instant lastActivityAt,
    @JsonProperty(value = "reason", required = true) String reason,
    @JsonProperty(value = "expired_at", required = true) Instant expiredAt) {

  public SessionExpiredV1Payload {
    requireNonNull(sessionId, "session_id");
    requireNonNull(userId, "user_id");
    requireNonNull(lastActivityAt, "last_activity_at");
    requireNonNull(reason, "reason");
    requireNonNull(expiredAt, "expired_at");
  }
}
