package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.model.ClusterList;
import com.faultmaven.contracts.reports.v1.model.ClusterResponse;
import com.faultmaven.contracts.reports.v1.model.HypothesisResponse;
import com.faultmaven.contracts.reports.v1.model.ScopeResponse;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.clusters.Cluster;
import com.faultmaven.reports.clusters.Cluster.Refreshed;
import com.faultmaven.reports.clusters.Hypothesis;
import com.faultmaven.reports.clusters.Scope;
import com.faultmaven.reports.clusters.Scope.Among;
import com.faultmaven.reports.clusters.Scope.Around;
import com.faultmaven.reports.clusters.Scope.Within;
import com.faultmaven.reports.clusters.ScopeAnalysis;
import com.faultmaven.reports.clusters.ScopeStats;
import com.faultmaven.reports.matching.CaseCandidate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** Writes analyses and clusters as the contract has them. */
final class ClusterResponses {

  private ClusterResponses() {}

  static com.faultmaven.contracts.reports.v1.model.ScopeAnalysis of(
      ScopeAnalysis analysis, List<CaseCandidate> candidates) {
    return new com.faultmaven.contracts.reports.v1.model.ScopeAnalysis()
        .scope(of(analysis.question().scope()))
        .classification(analysis.question().classification())
        .reports(analysis.reports().stream().map(ReportResponses::of).toList())
        .stats(of(analysis.stats()))
        .hypotheses(analysis.hypotheses().stream().map(ClusterResponses::of).toList())
        .matches(candidates.stream().map(ClusterResponses::of).toList())
        .truncated(analysis.truncated());
  }

  private static com.faultmaven.contracts.reports.v1.model.CaseCandidate of(CaseCandidate found) {
    return new com.faultmaven.contracts.reports.v1.model.CaseCandidate()
        .caseId(found.about().id().value())
        .title(found.about().title())
        .status(
            com.faultmaven.contracts.reports.v1.model.CaseCandidate.StatusEnum.valueOf(
                found.about().status().name()))
        .score(found.score())
        .reasons(found.reasons())
        .sharedReports(found.sharedReports());
  }

  static ClusterResponse of(Cluster cluster) {
    return new ClusterResponse()
        .clusterId(cluster.id().value())
        .name(cluster.name())
        .summary(cluster.summary())
        .scope(of(cluster.question().scope()))
        .stats(of(cluster.stats()))
        .hypotheses(cluster.hypotheses().stream().map(ClusterResponses::of).toList())
        .reportIds(ids(cluster.reports()))
        .createdBy(cluster.creator() == null ? null : cluster.creator().value())
        .createdAt(ReportResponses.time(cluster.createdAt()))
        .refreshedAt(ReportResponses.time(cluster.refreshedAt()))
        .version(cluster.version().value());
  }

  static ClusterResponse of(Refreshed refreshed) {
    return of(refreshed.cluster()).added(ids(refreshed.added())).removed(ids(refreshed.removed()));
  }

  static ClusterList of(Page<Cluster> page) {
    return new ClusterList()
        .clusters(page.map(ClusterResponses::of).rows())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  private static ScopeResponse of(Scope scope) {
    ScopeResponse response = new ScopeResponse().geometry(null).center(null).radiusM(null);
    return switch (scope) {
      case Within within ->
          response
              .type(ScopeResponse.TypeEnum.GEOMETRY)
              .geometry(new HashMap<>(within.area().geoJson()));
      case Around around ->
          response
              .type(ScopeResponse.TypeEnum.NEAR)
              .center(Objects.requireNonNull(ReportResponses.point(around.center())))
              .radiusM(around.metres());
      case Among _ -> response.type(ScopeResponse.TypeEnum.REPORTS);
    };
  }

  private static com.faultmaven.contracts.reports.v1.model.ScopeStats of(ScopeStats stats) {
    return new com.faultmaven.contracts.reports.v1.model.ScopeStats()
        .classification(stats.classification())
        .reportCount(stats.reportCount())
        .severityAverage(stats.severityAverage())
        .severityMax(stats.severityMax())
        .highPriorityCount(stats.high())
        .mediumPriorityCount(stats.medium())
        .firstSeenAt(ReportResponses.optional(stats.firstSeenAt()))
        .lastSeenAt(ReportResponses.optional(stats.lastSeenAt()))
        .classificationBreakdown(stats.byClassification());
  }

  private static HypothesisResponse of(Hypothesis hypothesis) {
    return new HypothesisResponse()
        .hypothesisId(hypothesis.id())
        .title(hypothesis.title())
        .classification(hypothesis.classification())
        .representativeReportId(hypothesis.reports().getFirst().value())
        .representativeReportSeq(hypothesis.seqs().getFirst())
        .reportIds(ids(hypothesis.reports()))
        .reportSeqs(hypothesis.seqs())
        .reportCount(hypothesis.reports().size())
        .confidence(hypothesis.confidence())
        .severityScore(hypothesis.severity())
        .urgencyScore(hypothesis.urgency())
        .rationale(hypothesis.rationale());
  }

  private static List<String> ids(List<ReportId> reports) {
    return reports.stream().map(ReportId::value).toList();
  }
}
