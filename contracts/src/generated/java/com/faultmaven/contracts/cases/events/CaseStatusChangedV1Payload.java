// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.cases.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The move.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param fromStatus where a case stands. May gain values
 * @param toStatus where a case stands. May gain values
 * @param reason why the case was moved, as given; null if nobody said
 * @param changedBy who moved it
 * @param changedAt when it was moved
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseStatusChangedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "from_status", required = true) String fromStatus,
    @JsonProperty(value = "to_status", required = true) String toStatus,
    @JsonProperty(value = "reason", required = true) @Nullable String reason,
    @JsonProperty(value = "changed_by", required = true) String changedBy,
    @JsonProperty(value = "changed_at", required = true) Instant changedAt) {

  public CaseStatusChangedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(fromStatus, "from_status");
    requireNonNull(toStatus, "to_status");
    requireNonNull(changedBy, "changed_by");
    requireNonNull(changedAt, "changed_at");
  }
}
