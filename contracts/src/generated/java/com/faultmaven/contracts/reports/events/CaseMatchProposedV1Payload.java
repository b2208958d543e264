// Generated from contracts/asyncapi/reports-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.reports.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * Which case it is, and what happened to it.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param matchId identifies a match
 * @param reportId identifies a report
 * @param kind whether it would be linked, or would also reopen a resolved case. May gain values
 * @param score from 0, not at all, to 1
 * @param reasons what speaks for it
 * @param proposedAt when it was proposed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseMatchProposedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "match_id", required = true) String matchId,
    @JsonProperty(value = "report_id", required = true) String reportId,
    @JsonProperty(value = "kind", required = true) String kind,
    @JsonProperty(value = "score", required = true) double score,
    @JsonProperty(value = "reasons", required = true) List<String> reasons,
    @JsonProperty(value = "proposed_at", required = true) Instant proposedAt) {

  public CaseMatchProposedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(matchId, "match_id");
    requireNonNull(reportId, "report_id");
    requireNonNull(kind, "kind");
    requireNonNull(reasons, "reasons");
    reasons = List.copyOf(reasons);
    requireNonNull(proposedAt, "proposed_at");
  }
}
