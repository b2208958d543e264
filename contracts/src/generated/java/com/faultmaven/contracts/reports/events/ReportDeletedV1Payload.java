// Generated from contracts/asyncapi/reports-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.reports.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Which report it was.
 *
 * @param reportId identifies a report
 * @param seq the number of a report
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param deletedAt when it was deleted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportDeletedV1Payload(
    @JsonProperty(value = "report_id", required = true) String reportId,
    @JsonProperty(value = "seq", required = true) int seq,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "deleted_at", required = true) Instant deletedAt) {

  public ReportDeletedV1Payload {
    requireNonNull(reportId, "report_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(deletedAt, "deleted_at");
  }
}
