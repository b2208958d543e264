// Generated from contracts/asyncapi/sessions-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.sessions.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session as it was opened.
 *
 * @param sessionId identifies a session
 * @param userId identifies a person or a service, as the identity provider names it
 * @param clientId the client the session is resumed for. Null for none
 * @param sessionType what kind of work it is, as the client calls it
 * @param createdAt when it was opened
 * @param expiresAt when it ends unless there is activity
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionCreatedV1Payload(
    @JsonProperty(value = "session_id", required = true) String sessionId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "client_id", required = true) @Nullable String clientId,
    @JsonProperty(value = "session_type", required = true) String sessionType,
    @JsonProperty(value = "created_at", required = true) Instant createdAt,
    @JsonProperty(value = "expires_at", required = true) Instant expiresAt) {

  public SessionCreatedV1Payload {
    requireNonNull(sessionId, "session_id");
    requireNonNull(userId, "user_id");
    requireNonNull(sessionType, "session_type");
    requireNonNull(createdAt, "created_at");
    requireNonNull(expiresAt, "expires_at");
  }
}
