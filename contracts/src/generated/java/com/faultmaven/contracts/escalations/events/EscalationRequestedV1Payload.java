// Generated from contracts/asyncapi/escalations-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.escalations.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * Published once for each letter, when it is queued.
 *
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param caseId identifies a case
 * @param escalationId identifies a letter about a case
 * @param deliveryIds its mails
 * @param requestedBy identifies a person or a service, as the identity provider names it
 * @param requestedAt when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EscalationRequestedV1Payload(
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "escalation_id", required = true) String escalationId,
    @JsonProperty(value = "delivery_ids", required = true) List<String> deliveryIds,
    @JsonProperty(value = "requested_by", required = true) String requestedBy,
    @JsonProperty(value = "requested_at", required = true) Instant requestedAt) {

  public EscalationRequestedV1Payload {
    requireNonNull(organizationId, "organization_id");
    requireNonNull(caseId, "case_id");
    requireNonNull(escalationId, "escalation_id");
    requireNonNull(deliveryIds, "delivery_ids");
    deliveryIds = List.copyOf(deliveryIds);
    requireNonNull(requestedBy, "requested_by");
    requireNonNull(requestedAt, "requested_at");
  }
}
