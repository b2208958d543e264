package com.faultmaven.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What {@link CaseDeletedV1} tells. */
public record CaseDeletedV1Payload(
    @JsonProperty("case_id") String caseId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("deleted_at") Instant deletedAt) {}
