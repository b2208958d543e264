// Generated from contracts/asyncapi/reports-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.reports.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which case it is, and what happened to it.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param matchId identifies a match
 * @param reportId identifies a report
 * @param state what became of it. May gain values
 * @param changedBy who did it; {@code system} for what is done by itself. Null for nobody known
 * @param settledAt when it was decided
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseMatchSettledV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "match_id", required = true) String matchId,
    @JsonProperty(value = "report_id", required = true) String reportId,
    @JsonProperty(value = "state", required = true) String state,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy,
    @JsonProperty(value = "settled_at", required = true) Instant settledAt) {

  public CaseMatchSettledV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(matchId, "match_id");
    requireNonNull(reportId, "report_id");
    requireNonNull(state, "state");
    requireNonNull(settledAt, "settled_at");
  }
}
