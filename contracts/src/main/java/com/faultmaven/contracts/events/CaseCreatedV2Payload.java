package com.faultmaven.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link CaseCreatedV2} tells. */
public record CaseCreatedV2Payload(
    @JsonProperty("case_id") String caseId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("organization_id") String organizationId,
    String title,
    String status,
    String severity,
    String category,
    List<String> tags,
    @JsonProperty("session_id") @Nullable String sessionId,
    @JsonProperty("created_at") Instant createdAt) {}
