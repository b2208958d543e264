package com.faultmaven.status.web;

import com.faultmaven.contracts.status.v1.model.CaseIncident;
import com.faultmaven.contracts.status.v1.model.CaseIncidentList;
import com.faultmaven.contracts.status.v1.model.ImpactKind;
import com.faultmaven.contracts.status.v1.model.IncidentCase;
import com.faultmaven.contracts.status.v1.model.IncidentCaseList;
import com.faultmaven.contracts.status.v1.model.IncidentList;
import com.faultmaven.contracts.status.v1.model.IncidentResponse;
import com.faultmaven.contracts.status.v1.model.IncidentUpdateResponse;
import com.faultmaven.contracts.status.v1.model.PageMeta;
import com.faultmaven.contracts.status.v1.model.SeverityLevel;
import com.faultmaven.status.CaseLinks.LinkedCase;
import com.faultmaven.status.CaseLinks.LinkedIncident;
import com.faultmaven.status.Incident;
import com.faultmaven.status.IncidentQueries.Listed;
import com.faultmaven.status.IncidentStatus;
import com.faultmaven.status.IncidentUpdate;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.Severity;
import com.faultmaven.status.UpdateId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes incidents as the contract has them. */
final class IncidentResponses {

  private IncidentResponses() {}

  static IncidentResponse of(Incident incident) {
    Map<String, ImpactKind> impacts = new LinkedHashMap<>();
    incident
        .impacts()
        .forEach((id, impact) -> impacts.put(id.toString(), ImpactKind.fromValue(impact.word())));
    return new IncidentResponse()
        .id(incident.id().value())
        .title(incident.title())
        .body(incident.body())
        .severity(severity(incident.severity()))
        .status(status(incident.status()))
        .serviceIds(incident.serviceIds().stream().map(ServiceId::value).toList())
        .impacts(impacts)
        .startedAt(time(incident.startedAt()))
        .identifiedAt(optional(incident.identifiedAt()))
        .monitoringAt(optional(incident.monitoringAt()))
        .resolvedAt(optional(incident.resolvedAt()))
        .backfilled(incident.backfilled())
        .notify(incident.notifies())
        .postmortem(incident.postmortem())
        .updateCount(incident.updateCount())
        .allowedStatusChanges(
            incident.status().next().stream().map(IncidentResponses::status).toList())
        .createdAt(time(incident.createdAt()))
        .updatedAt(time(incident.updatedAt()))
        .version(incident.version().value())
        .updates(incident.updates().stream().map(IncidentResponses::of).toList());
  }

  static IncidentUpdateResponse of(IncidentUpdate update) {
    return new IncidentUpdateResponse()
        .id(update.id().value())
        .incidentId(update.incident().value())
        .message(update.message())
        .status(status(update.status()))
        .createdAt(time(update.createdAt()))
        .corrects(id(update.corrects()))
        .correctedBy(id(update.correctedBy()));
  }

  static IncidentList of(Listed listed) {
    return new IncidentList()
        .data(listed.incidents().stream().map(IncidentResponses::of).toList())
        .meta(
            new PageMeta()
                .total(listed.total())
                .limit(listed.asked().limit())
                .offset(listed.asked().offset()))
        .nextCursor(listed.nextCursor());
  }

  static IncidentCaseList cases(List<LinkedCase> linked) {
    return new IncidentCaseList()
        .data(
            linked.stream()
                .map(it -> new IncidentCase().caseId(it.id().value()).linkedAt(time(it.linkedAt())))
                .toList());
  }

  static CaseIncidentList incidents(List<LinkedIncident> linked) {
    return new CaseIncidentList()
        .incidents(linked.stream().map(IncidentResponses::of).toList())
        .total((long) linked.size());
  }

  private static CaseIncident of(LinkedIncident linked) {
    return new CaseIncident()
        .incidentId(linked.id().value())
        .title(linked.title())
        .status(status(linked.status()))
        .severity(severity(linked.severity()))
        .startedAt(time(linked.startedAt()))
        .resolvedAt(optional(linked.resolvedAt()))
        .linkedAt(time(linked.linkedAt()));
  }

  private static SeverityLevel severity(Severity severity) {
    return SeverityLevel.fromValue(severity.word());
  }

  private static com.faultmaven.contracts.status.v1.model.IncidentStatus status(
      IncidentStatus status) {
    return com.faultmaven.contracts.status.v1.model.IncidentStatus.fromValue(status.word());
  }

  private static @Nullable UUID id(@Nullable UpdateId id) {
    return id == null ? null : id.value();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime optional(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
