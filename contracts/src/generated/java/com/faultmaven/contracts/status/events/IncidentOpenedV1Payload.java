// Generated from contracts/asyncapi/status-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.status.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which incident it is, and what happened to it.
 *
 * @param incidentId identifies an incident
 * @param organizationId identifies the organization a case belongs to; {@code default} where there
 *     is only one
 * @param title what it is about, in a line
 * @param severity how bad it is. May gain values
 * @param status how far the work has got. May gain values
 * @param serviceIds the services it touches
 * @param impacts what it does to each service, by id
 * @param caseIds the cases in which it is worked on
 * @param startedAt when the trouble began
 * @param openedAt when it was entered
 * @param notifies whether subscribers are told
 * @param changedBy who did it. Null for nobody known, and for the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentOpenedV1Payload(
    @JsonProperty(value = "incident_id", required = true) String incidentId,
    @JsonProperty(value = "organization_id", required = true) String organizationId,
    @JsonProperty(value = "title", required = true) String title,
    @JsonProperty(value = "severity", required = true) String severity,
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty(value = "service_ids", required = true) List<String> serviceIds,
    @JsonProperty(value = "impacts", required = true) Map<String, @Nullable Object> impacts,
    @JsonProperty(value = "case_ids", required = true) List<String> caseIds,
    @JsonProperty(value = "started_at", required = true) Instant startedAt,
    @JsonProperty(value = "opened_at", required = true) Instant openedAt,
    @JsonProperty(value = "notifies", required = true) boolean notifies,
    @JsonProperty(value = "changed_by", required = true) @Nullable String changedBy) {

  public IncidentOpenedV1Payload(
      String incidentId,
      String organizationId,
      String title,
      String severity,
      String status,
      List<String> serviceIds,
      Map<String, @Nullable Object> impacts,
      List<String> caseIds,
      Instant startedAt,
      Instant openedAt,
      boolean notifies,
      @Nullable String changedBy) {
    requireNonNull(incidentId, "incident_id");
    requireNonNull(organizationId, "organization_id");
    requireNonNull(title, "title");
    requireNonNull(severity, "severity");
    requireNonNull(status, "status");
    requireNonNull(serviceIds, "service_ids");
    serviceIds = List.copyOf(serviceIds);
    requireNonNull(impacts, "impacts");
    impacts = Collections.unmodifiableMap(new LinkedHashMap<>(impacts));
    requireNonNull(caseIds, "case_ids");
    caseIds = List.copyOf(caseIds);
    requireNonNull(startedAt, "started_at");
    requireNonNull(openedAt, "opened_at");
    this.incidentId = incidentId;
    this.organizationId = organizationId;
    this.title = title;
    this.severity = severity;
    this.status = status;
    this.serviceIds = serviceIds;
    this.impacts = impacts;
    this.caseIds = caseIds;
    this.startedAt = startedAt;
    this.openedAt = openedAt;
    this.notifies = notifies;
    this.changedBy = changedBy;
  }
}
