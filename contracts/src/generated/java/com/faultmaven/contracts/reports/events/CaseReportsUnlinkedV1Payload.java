// Generated from contracts/asyncapi/reports-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.reports.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which case it is, and what happened to it.
 *
 * @param caseId identifies a case
 * @param userId the owner of the case
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param reportIds the reports
 * @param reportSeqs their numbers
 * @param changedBy who did it; {@code system} for what is done by itself. Null for nobody known
 * @param unlinkedAt when they were taken off
 * @param reportCount how many reports the case has itself
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseReportsUnlinkedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "report_ids", required = true) List<String> reportIds,
    @JsonProperty(value = "report_seqs", required = true) List<Integer> reportSeqs,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy,
    @JsonProperty(value = "unlinked_at", required = true) Instant unlinkedAt,
    @JsonProperty(value = "report_count", required = true) int reportCount) {

  public CaseReportsUnlinkedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(reportIds, "report_ids");
    reportIds = List.copyOf(reportIds);
    requireNonNull(reportSeqs, "report_seqs");
    reportSeqs = List.copyOf(reportSeqs);
    requireNonNull(unlinkedAt, "unlinked_at");
  }
}
