package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseQueries;
import com.faultmaven.cases.CaseView;
import com.faultmaven.contracts.cleanapp.v4.model.CandidateCase;
import com.faultmaven.contracts.cleanapp.v4.model.CaseSummary;
import com.faultmaven.escalations.LetterRecords;
import com.faultmaven.escalations.LetterRecords.Counts;
import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.dossiers.DossierSummaries;
import com.faultmaven.reports.dossiers.DossierSummaries.Summary;
import com.faultmaven.reports.matching.CaseCandidate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Cases in short, some at a time. */
@Component
class CaseSummaries {

  private final CaseQueries cases;
  private final DossierSummaries dossiers;
  private final LetterRecords letters;

  CaseSummaries(CaseQueries cases, DossierSummaries dossiers, LetterRecords letters) {
    this.cases = cases;
    this.dossiers = dossiers;
    this.letters = letters;
  }

  /** Those of these that the caller may read, in their order. */
  List<CaseSummary> of(List<CaseId> ids, Caller caller) {
    Map<CaseId, CaseView> views = views(ids, caller);
    Map<CaseId, Summary> summaries = dossiers.of(views.keySet());
    Map<CaseId, Counts> counts = letters.counts(views.keySet());
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(views.get(id)).stream())
        .map(
            view ->
                of(
                    view,
                    summaries.getOrDefault(view.id(), Summary.empty(view.id())),
                    counts.getOrDefault(view.id(), new Counts(view.id(), 0, 0))))
        .toList();
  }

  /** What there is to say of candidates that the caller may read, in their order. */
  List<CandidateCase> of(Caller caller, List<CaseCandidate> candidates) {
    List<CaseId> ids = candidates.stream().map(it -> it.about().id()).toList();
    Map<CaseId, CaseView> views = views(ids, caller);
    Map<CaseId, Summary> summaries = dossiers.of(views.keySet());
    return candidates.stream()
        .filter(it -> views.containsKey(it.about().id()))
        .flatMap(
            it ->
                Optional.ofNullable(views.get(it.about().id()))
                    .map(
                        view ->
                            of(
                                it,
                                view,
                                summaries.getOrDefault(view.id(), Summary.empty(view.id()))))
                    .stream())
        .toList();
  }

  private Map<CaseId, CaseView> views(List<CaseId> ids, Caller caller) {
    return cases.among(ids, caller).stream()
        .collect(Collectors.toMap(CaseView::id, Function.identity()));
  }

  private static CaseSummary of(CaseView seen, Summary dossier, Counts counts) {
    return new CaseSummary()
        .caseId(seen.id().value())
        .slug(Slug.of(seen.title(), seen.id()))
        .title(seen.title())
        .status(Statuses.word(seen.status(), dossier.mergedInto() != null))
        .classification(dossier.classification())
        .summary(seen.description())
        .severityScore(dossier.severity())
        .urgencyScore(dossier.urgency())
        .updatedAt(Times.of(seen.updatedAt()))
        .escalationTargetCount(counts.targets())
        .deliveryCount(counts.sent());
  }

  private static CandidateCase of(CaseCandidate candidate, CaseView seen, Summary dossier) {
    Place anchor = dossier.anchor();
    String geometry = dossier.geometry();
    return new CandidateCase()
        .caseId(seen.id().value())
        .slug(Slug.of(seen.title(), seen.id()))
        .title(seen.title())
        .status(Statuses.word(seen.status(), dossier.mergedInto() != null))
        .classification(dossier.classification())
        .summary(seen.description())
        .geometryJson(Geometries.text(geometry))
        .aggregateGeometryJson(
            Geometries.collection(geometry == null ? List.of() : List.of(geometry)))
        .aggregateBboxJson(Geometries.box(dossier.bounds()))
        .anchorReportSeq(dossier.anchorSeq())
        .anchorLat(anchor == null ? null : anchor.latitude())
        .anchorLng(anchor == null ? null : anchor.longitude())
        .clusterCount(dossier.clusterCount())
        .linkedReportCount(dossier.reportCount())
        .sharedReportCount(candidate.sharedReports())
        .matchScore(candidate.score())
        .matchReasons(candidate.reasons())
        .updatedAt(Times.of(seen.updatedAt()));
  }
}
