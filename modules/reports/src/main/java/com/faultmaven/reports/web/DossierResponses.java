package com.faultmaven.reports.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.reports.v1.model.CaseClusterList;
import com.faultmaven.contracts.reports.v1.model.CaseClusterResponse;
import com.faultmaven.contracts.reports.v1.model.DossierAuditEntry;
import com.faultmaven.contracts.reports.v1.model.DossierAuditList;
import com.faultmaven.contracts.reports.v1.model.DossierResponse;
import com.faultmaven.contracts.reports.v1.model.LinkResponse;
import com.faultmaven.contracts.reports.v1.model.LinkedReportList;
import com.faultmaven.contracts.reports.v1.model.LinkedReportsResult;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.dossiers.CaseCluster;
import com.faultmaven.reports.dossiers.Dossier;
import com.faultmaven.reports.dossiers.DossierAudit;
import com.faultmaven.reports.dossiers.LinkedReport;
import com.faultmaven.reports.dossiers.Linking;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes dossiers as the contract has them. */
@Component
class DossierResponses {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JsonMapper json;

  DossierResponses(JsonMapper json) {
    this.json = json;
  }

  DossierResponse of(Dossier dossier) {
    Box bounds = dossier.bounds();
    return new DossierResponse()
        .caseId(dossier.caseId().value())
        .type(dossier.type())
        .classification(dossier.classification())
        .uncertaintyNotes(dossier.uncertaintyNotes())
        .geometry(dossier.geometry() == null ? null : json.readValue(dossier.geometry(), OBJECT))
        .bbox(bounds == null ? null : values(bounds))
        .anchorReportId(dossier.anchor())
        .severityScore(dossier.scores().severity())
        .urgencyScore(dossier.scores().urgency())
        .confidenceScore(dossier.scores().confidence())
        .exposureScore(dossier.scores().exposure())
        .criticalityScore(dossier.scores().criticality())
        .trendScore(dossier.scores().trend())
        .firstSeenAt(optional(dossier.firstSeenAt()))
        .lastSeenAt(optional(dossier.lastSeenAt()))
        .reportCount(dossier.reportCount())
        .clusterCount(dossier.clusterCount())
        .mergedInto(id(dossier.mergedInto()))
        .mergedFrom(dossier.mergedFrom().stream().map(CaseId::value).toList())
        .version(dossier.version().value());
  }

  static LinkedReportsResult of(Linking.Result result) {
    return new LinkedReportsResult()
        .linked(result.linked())
        .updated(result.updated())
        .total(result.total());
  }

  static LinkedReportList reports(Page<LinkedReport> page) {
    return new LinkedReportList()
        .reports(page.map(DossierResponses::of).rows())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  private static LinkResponse of(LinkedReport linked) {
    Double longitude = linked.longitude();
    Double latitude = linked.latitude();
    return new LinkResponse()
        .reportId(linked.reportId())
        .seq(linked.seq())
        .title(linked.title())
        .summary(linked.summary())
        .classification(linked.classification())
        .severity(linked.severity())
        .location(
            ReportResponses.point(
                longitude == null || latitude == null ? null : new Place(longitude, latitude)))
        .reportedAt(ReportResponses.time(linked.reportedAt()))
        .reason(linked.reason())
        .confidence(linked.confidence())
        .attachedAt(ReportResponses.time(linked.attachedAt()))
        .linkedBy(linked.linkedBy())
        .fromCaseId(id(linked.from()));
  }

  static CaseClusterList clusters(Page<CaseCluster> page) {
    return new CaseClusterList()
        .clusters(page.map(DossierResponses::of).rows())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  private static CaseClusterResponse of(CaseCluster linked) {
    return new CaseClusterResponse()
        .clusterId(linked.clusterId())
        .name(linked.name())
        .summary(linked.summary())
        .classification(linked.classification())
        .reportCount(linked.reportCount())
        .linkedAt(ReportResponses.time(linked.linkedAt()))
        .linkedBy(linked.linkedBy())
        .fromCaseId(id(linked.from()));
  }

  DossierAuditList audit(Page<DossierAudit.Entry> page) {
    return new DossierAuditList()
        .auditEvents(page.map(this::of).rows())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  private DossierAuditEntry of(DossierAudit.Entry entry) {
    return new DossierAuditEntry()
        .type(entry.type())
        .caseId(entry.caseId().value())
        .actor(entry.actor())
        .at(ReportResponses.time(entry.at()))
        .details(json.readValue(entry.details(), OBJECT));
  }

  /** As GeoJSON has them (RFC 7946, section 5). */
  private static List<Double> values(Box bounds) {
    return List.of(bounds.west(), bounds.south(), bounds.east(), bounds.north());
  }

  private static @Nullable String id(@Nullable CaseId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable OffsetDateTime optional(@Nullable Instant time) {
    return time == null ? null : ReportResponses.time(time);
  }
}
