package com.faultmaven.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What {@link CaseMessageAddedV1} tells. */
public record CaseMessageAddedV1Payload(
    @JsonProperty("case_id") String caseId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("message_id") String messageId,
    @JsonProperty("turn_number") int turnNumber,
    String role,
    @JsonProperty("created_at") Instant createdAt) {}
