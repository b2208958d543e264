// Generated from contracts/asyncapi/sessions-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.sessions.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which session was ended, and why.
 *
 * @param sessionId identifies a session
 * @param userId identifies a person or a service, as the identity provider names it
 * @param clientId the client the session is resumed for. Null for none
 * @param reason somebody ended it ({@code requested}), the user opened too many ({@code limit}), or
 *     the user was deleted ({@code user_deleted}). May gain values
 * @param terminatedAt when it was ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionTerminatedV1Payload(
    @JsonProperty(value = "session_id", required = true) String sessionId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "client_id", required = true) @Nullable String clientId,
    @JsonProperty(value = "reason", required = true) String reason,
    @JsonProperty(value = "terminated_at", required = true) Instant terminatedAt) {

  public SessionTerminatedV1Payload {
    requireNonNull(sessionId, "session_id");
    requireNonNull(userId, "user_id");
    requireNonNull(reason, "reason");
    requireNonNull(terminatedAt, "terminated_at");
  }
}
