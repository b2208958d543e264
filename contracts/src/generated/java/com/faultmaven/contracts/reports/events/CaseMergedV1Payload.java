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
 * @param sourceCaseId identifies a case
 * @param reason why. Null if nobody said
 * @param changedBy who did it; {@code system} for what is done by itself. Null for nobody known
 * @param mergedAt when it was merged
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CaseMergedV1Payload(
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "user_id", required = true) String userId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "source_case_id", required = true) String sourceCaseId,
    @JsonProperty(value = "reason", required = true) @Nullable String reason,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy,
    @JsonProperty(value = "merged_at", required = true) Instant mergedAt) {

  public CaseMergedV1Payload {
    requireNonNull(caseId, "case_id");
    requireNonNull(userId, "user_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(sourceCaseId, "source_case_id");
    requireNonNull(mergedAt, "merged_at");
  }
}
