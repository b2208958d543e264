// Generated from contracts/asyncapi/escalations-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.escalations.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Published once for each signal. The case has not moved.
 *
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param caseId identifies a case
 * @param signalId identifies a signal
 * @param kind what was heard. May gain values
 * @param sourceType where it was heard
 * @param reportId the report that says so, if one does
 * @param recordedBy identifies a person or a service, as the identity provider names it
 * @param recordedAt when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResolutionSignaledV1Payload(
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "case_id", required = true) String caseId,
    @JsonProperty(value = "signal_id", required = true) String signalId,
    @JsonProperty(value = "kind", required = true) String kind,
    @JsonProperty(value = "source_type", required = true) String sourceType,
    @JsonProperty("report_id") @JsonInclude(Include.NON_NULL) @Nullable String reportId,
    @JsonProperty(value = "recorded_by", required = true) String recordedBy,
    @JsonProperty(value = "recorded_at", required = true) Instant recordedAt) {

  public ResolutionSignaledV1Payload {
    requireNonNull(organizationId, "organization_id");
    requireNonNull(caseId, "case_id");
    requireNonNull(signalId, "signal_id");
    requireNonNull(kind, "kind");
    requireNonNull(sourceType, "source_type");
    requireNonNull(recordedBy, "recorded_by");
    requireNonNull(recordedAt, "recorded_at");
  }
}
