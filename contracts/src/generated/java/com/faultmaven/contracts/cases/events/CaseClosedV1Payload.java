// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.cases.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of the case.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param reason why the case was moved, as given; null if nobody said
 * @param closedAt when the case was closed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseClosedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "reason", required = true) @Nullable String reason,
    @JsonProperty(value = "closed_at", required = true) Instant closedAt) {

  public CaseClosedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(closedAt, "closed_at");
  }
}
