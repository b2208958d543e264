package com.faultmaven.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link CaseUpdatedV1} tells. */
public record CaseUpdatedV1Payload(
    @JsonProperty("case_id") String caseId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("updated_at") Instant updatedAt,
    Map<String, @Nullable Object> changes) {}
