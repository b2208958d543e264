// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.cases.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Which case is gone.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param deletedAt when the case was deleted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseDeletedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "deleted_at", required = true) Instant deletedAt) {

  public CaseDeletedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(deletedAt, "deleted_at");
  }
}
