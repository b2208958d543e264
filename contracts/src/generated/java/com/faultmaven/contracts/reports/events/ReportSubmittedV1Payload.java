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
 * Which report it is, and what it says.
 *
 * @param reportId identifies a report
 * @param seq the number of a report
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param source where a report came from, as its sender calls it
 * @param externalId what it is called at its source. Null for nothing
 * @param reporterId who reported it. Null if nobody is known
 * @param classifications those of its analyses
 * @param severity how bad it is. Null without an analysis
 * @param visibility who may read it. May gain values
 * @param reportedAt when it was seen
 * @param createdAt when it was stored
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportSubmittedV1Payload(
    @JsonProperty(value = "report_id", required = true) String reportId,
    @JsonProperty(value = "seq", required = true) int seq,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "source", required = true) String source,
    @JsonProperty(value = "external_id", required = true) @Nullable String externalId,
    @JsonProperty(value = "reporter_id", required = true) @Nullable String reporterId,
    @JsonProperty(value = "classifications", required = true) List<String> classifications,
    @JsonProperty(value = "severity", required = true) @Nullable Double severity,
    @JsonProperty(value = "visibility", required = true) String visibility,
    @JsonProperty(value = "reported_at", required = true) Instant reportedAt,
    @JsonProperty(value = "created_at", required = true) Instant createdAt) {

  public ReportSubmittedV1Payload {
    requireNonNull(reportId, "report_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(source, "source");
    requireNonNull(classifications, "classifications");
    classifications = List.copyOf(classifications);
    requireNonNull(visibility, "visibility");
    requireNonNull(reportedAt, "reported_at");
    requireNonNull(createdAt, "created_at");
  }
}
