// Generated from contracts/asyncapi/reports-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.reports.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From what to what.
 *
 * @param reportId identifies a report
 * @param seq the number of a report
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param fromStatus what it was before. May gain values
 * @param toStatus what it is now. May gain values
 * @param changedBy who changed it. Null for nobody known
 * @param changedAt when it changed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportStatusChangedV1Payload(
    @JsonProperty(value = "report_id", required = true) String reportId,
    @JsonProperty(value = "seq", required = true) int seq,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "from_status", required = true) String fromStatus,
    @JsonProperty(value = "to_status", required = true) String toStatus,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy,
    @JsonProperty(value = "changed_at", required = true) Instant changedAt) {

  public ReportStatusChangedV1Payload {
    requireNonNull(reportId, "report_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(fromStatus, "from_status");
    requireNonNull(toStatus, "to_status");
    requireNonNull(changedAt, "changed_at");
  }
}
