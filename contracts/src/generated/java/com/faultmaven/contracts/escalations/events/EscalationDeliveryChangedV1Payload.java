// Generated from contracts/asyncapi/escalations-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.escalations.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Never says an address.
 *
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param caseId identifies a case
 * @param escalationId identifies a letter about a case
 * @param deliveryId identifies one mail of a letter
 * @param status what is known of it. May gain values
 * @param attempts how often it was handed over
 * @param provider how it was sent. Null before. May gain values
 * @param changedAt when it was known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EscalationDeliveryChangedV1Payload(
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "escalation_id", required = true) String escalationId,
    @JsonProperty(value = "delivery_id", required = true) String deliveryId,
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty(value = "attempts", required = true) int attempts,
    @JsonProperty(value = "provider", required = true) @Nullable String provider,
    @JsonProperty(value = "changed_at", required = true) Instant changedAt) {

  public EscalationDeliveryChangedV1Payload {
    requireNonNull(organizationId, "organization_id");
    requireNonNull(caseId, "case_id");
    requireNonNull(escalationId, "escalation_id");
    requireNonNull(deliveryId, "delivery_id");
    requireNonNull(status, "status");
    requireNonNull(changedAt, "changed_at");
  }
}
