// Generated from contracts/asyncapi/escalations-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.escalations.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Published again when one is tried again and that is done.
 *
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param caseId identifies a case
 * @param escalationId identifies a letter about a case
 * @param status what is known of it, all in all. May gain values
 * @param sent how many a server took
 * @param failed how many it did not, or may not have
 * @param suppressed how many were never sent
 * @param completedAt when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EscalationCompletedV1Payload(
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "escalation_id", required = true) String escalationId,
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty(value = "sent", required = true) int sent,
    @JsonProperty(value = "failed", required = true) int failed,
    @JsonProperty(value = "suppressed", required = true) int suppressed,
    @JsonProperty(value = "completed_at", required = true) Instant completedAt) {

  public EscalationCompletedV1Payload {
    requireNonNull(organizationId, "organization_id");
    requireNonNull(caseId, "case_id");
    requireNonNull(escalationId, "escalation_id");
    requireNonNull(status, "status");
    requireNonNull(completedAt, "completed_at");
  }
}
