package com.faultmaven.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@link CaseStatusChangedV1} tells. */
public record CaseStatusChangedV1Payload(
    @JsonProperty("case_id") String caseId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("from_status") String fromStatus,
    @JsonProperty("to_status") String toStatus,
    @Nullable String reason,
    @JsonProperty("changed_by") String changedBy,
    @JsonProperty("changed_at") Instant changedAt) {}
