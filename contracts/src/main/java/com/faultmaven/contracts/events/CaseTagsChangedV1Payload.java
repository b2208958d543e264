package com.faultmaven.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What {@link CaseTagsChangedV1} tells. */
public record CaseTagsChangedV1Payload(
    @JsonProperty("case_id") String caseId,
    @JsonProperty("user_id") String userId,
    List<String> added,
    List<String> removed,
    List<String> tags) {}
