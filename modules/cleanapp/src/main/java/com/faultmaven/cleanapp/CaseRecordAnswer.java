package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseView;
import com.faultmaven.contracts.cleanapp.v4.model.CaseRecord;
import com.faultmaven.contracts.cleanapp.v4.model.CaseReportLink;
import com.faultmaven.contracts.cleanapp.v4.model.SavedCluster;
import com.faultmaven.reports.dossiers.Dossier;
import com.faultmaven.reports.dossiers.KeptCluster;
import com.faultmaven.reports.dossiers.LinkedReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A case and its dossier as CleanApp answers them. */
record CaseRecordAnswer(
    CaseView seen, Dossier dossier, List<LinkedReport> reports, List<KeptCluster> clusters) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String OF_AN_AREA = "geometry";
  private static final String OF_REPORTS = "reports";

  CaseRecord record() {
    CaseId into = dossier.mergedInto();
    Optional<LinkedReport> anchor =
        reports.stream().filter(it -> it.reportId().equals(dossier.anchor())).findFirst();
    return new CaseRecord()
        .caseId(seen.id().value())
        .slug(Slug.of(seen.title(), seen.id()))
        .title(seen.title())
        .type(dossier.type())
        .status(Statuses.word(seen.status(), into != null))
        .classification(dossier.classification())
        .summary(seen.description())
        .uncertaintyNotes(text(dossier.uncertaintyNotes()))
        .geometryJson(text(dossier.geometry()))
        .aggregateGeometryJson(Geometries.collection(areas()))
        .aggregateBboxJson(Geometries.box(dossier.bounds()))
        .anchorReportSeq(anchor.map(LinkedReport::seq).orElse(null))
        .anchorLat(anchor.map(LinkedReport::latitude).orElse(null))
        .anchorLng(anchor.map(LinkedReport::longitude).orElse(null))
        .severityScore(dossier.scores().severity())
        .urgencyScore(dossier.scores().urgency())
        .confidenceScore(dossier.scores().confidence())
        .exposureScore(dossier.scores().exposure())
        .criticalityScore(dossier.scores().criticality())
        .trendScore(dossier.scores().trend())
        .clusterCount(dossier.clusterCount())
        .linkedReportCount(dossier.reportCount())
        .firstSeenAt(Times.optional(dossier.firstSeenAt()))
        .lastSeenAt(Times.optional(dossier.lastSeenAt()))
        .lastClusterAt(Times.optional(lastClusterAt()))
        .mergedIntoCaseId(into == null ? null : into.value())
        .createdByUserId(seen.owner().value())
        .createdAt(Times.of(seen.createdAt()))
        .updatedAt(Times.of(seen.updatedAt()));
  }

  List<CaseReportLink> linkedReports() {
    return reports.stream().map(this::link).toList();
  }

  List<SavedCluster> savedClusters() {
    return clusters.stream().map(CaseRecordAnswer::cluster).toList();
  }

  /** Those of its clusters, else its own. */
  private List<String> areas() {
    List<String> areas =
        new ArrayList<>(
            clusters.stream().map(KeptCluster::geometry).filter(Objects::nonNull).toList());
    if (areas.isEmpty() && dossier.geometry() != null) {
      areas.add(dossier.geometry());
    }
    return areas;
  }

  private @Nullable Instant lastClusterAt() {
    return clusters.stream().map(KeptCluster::linkedAt).max(Comparator.naturalOrder()).orElse(null);
  }

  private CaseReportLink link(LinkedReport linked) {
    CaseId of = linked.from() == null ? seen.id() : linked.from();
    return new CaseReportLink()
        .caseId(of.value())
        .seq(linked.seq())
        .publicId(linked.reportId())
        .linkReason(linked.reason())
        .confidence(linked.confidence())
        .attachedAt(Times.of(linked.attachedAt()))
        .title(text(linked.title()))
        .summary(text(linked.summary()))
        .classification(Objects.requireNonNullElse(linked.classification(), Dossier.PHYSICAL))
        .severityLevel(number(linked.severity()))
        .latitude(number(linked.latitude()))
        .longitude(number(linked.longitude()))
        .reportTimestamp(Times.of(linked.reportedAt()))
        .lastEmailSentAt(null)
        .recipientCount(0);
  }

  private static SavedCluster cluster(KeptCluster kept) {
    String stats = kept.sentStats();
    String usual = kept.geometry() == null ? OF_REPORTS : OF_AN_AREA;
    return new SavedCluster()
        .clusterId(kept.id())
        .sourceType(Objects.requireNonNullElse(kept.sourceType(), usual))
        .classification(kept.classification())
        .geometryJson(text(kept.geometry()))
        .reportCount(kept.reportCount())
        .summary(text(kept.summary()))
        .statsJson(
            stats != null || kept.sourceType() != null
                ? text(stats)
                : JSON.writeValueAsString(ReportAnswers.of(kept.stats())))
        .analysisJson(text(kept.sentAnalysis()))
        .createdByUserId(text(kept.creator()))
        .createdAt(Times.of(kept.createdAt()))
        .updatedAt(Times.of(kept.refreshedAt()));
  }

  private static String text(@Nullable String known) {
    return known == null ? "" : known;
  }

  private static double number(@Nullable Double known) {
    return known == null ? 0 : known;
  }
}
