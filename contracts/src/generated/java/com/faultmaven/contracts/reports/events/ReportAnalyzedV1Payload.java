// Generated from contracts/asyncapi/reports-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.reports.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Which analysis it is.
 *
 * @param reportId identifies a report
 * @param seq the number of a report
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param language the language of an analysis; upper and lower case make no difference
 * @param classification what kind of trouble it is; {@code physical}, {@code digital}, or another
 *     word
 * @param severity from 0, not at all, to 1
 * @param analyzedAt when it came
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportAnalyzedV1Payload(
    @JsonProperty(value = "report_id", required = true) String reportId,
    @JsonProperty(value = "seq", required = true) int seq,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "language", required = true) String language,
    @JsonProperty(value = "classification", required = true) String classification,
    @JsonProperty(value = "severity", required = true) double severity,
    @JsonProperty(value = "analyzed_at", required = true) Instant analyzedAt) {

  public ReportAnalyzedV1Payload {
    requireNonNull(reportId, "report_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(language, "language");
    requireNonNull(classification, "classification");
    requireNonNull(analyzedAt, "analyzed_at");
  }
}
