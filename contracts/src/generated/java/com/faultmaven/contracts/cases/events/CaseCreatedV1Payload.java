// Generated from contracts/asyncapi/cases-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.cases.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What became true of the new case.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param title names the case in lists
 * @param status where a case stands. May gain values
 * @param createdAt when the case was opened
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseCreatedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "title", required = true) String title,
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty(value = "created_at", required = true) Instant createdAt) {

  public CaseCreatedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(title, "title");
    requireNonNull(status, "status");
    requireNonNull(createdAt, "created_at");
  }
}
