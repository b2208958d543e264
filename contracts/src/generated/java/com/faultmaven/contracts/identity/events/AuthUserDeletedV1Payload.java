// Generated from contracts/asyncapi/identity-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.identity.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is gone.
 *
 * @param userId the user who was deleted
 * @param deletedAt when the user was deleted, if the identity service says so
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuthUserDeletedV1Payload(
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty("deleted_at") @JsonInclude(Include.NON_NULL) @Nullable Instant deletedAt) {

  public AuthUserDeletedV1Payload {
    requireNonNull(userId, "user_id");
  }
}
