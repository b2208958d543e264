// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.cases.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Which message was added.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param messageId identifies a message of a case
 * @param turnNumber counts the messages of the case 1, 2, 3 … without gaps
 * @param role who speaks. May gain values
 * @param createdAt when the message was added
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseMessageAddedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "message_id", required = true) String messageId,
    @JsonProperty(value = "turn_number", required = true) int turnNumber,
    @JsonProperty(value = "role", required = true) String role,
    @JsonProperty(value = "created_at", required = true) Instant createdAt) {

  public CaseMessageAddedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(messageId, "message_id");
    requireNonNull(role, "role");
    requireNonNull(createdAt, "created_at");
  }
}
