package com.faultmaven.cleanapp;

import com.faultmaven.contracts.cleanapp.v4.model.ClusterStats;
import com.faultmaven.contracts.cleanapp.v4.model.IncidentHypothesis;
import com.faultmaven.contracts.cleanapp.v4.model.ReportWithAnalysis;
import com.faultmaven.contracts.cleanapp.v4.model.ScopeReport;
import com.faultmaven.contracts.cleanapp.v4.model.ScopeReportAnalysis;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.clusters.Hypothesis;
import com.faultmaven.reports.clusters.ScopeStats;
import java.util.Comparator;
import java.util.HashMap;

/** Reports, and what is found of them, as CleanApp answers them. */
final class ReportAnswers {

  private ReportAnswers() {}

  static ReportWithAnalysis of(Report report) {
    Place place = report.location();
    return new ReportWithAnalysis()
        .report(
            new ScopeReport()
                .seq(report.seq())
                .timestamp(Times.of(report.reportedAt()))
                .id(report.id().value())
                .team(0)
                .latitude(place == null ? 0.0 : place.latitude())
                .longitude(place == null ? 0.0 : place.longitude())
                .x(0.0)
                .y(0.0)
                .lastEmailSentAt(null))
        .analysis(
            report.analyses().stream()
                .sorted(Comparator.comparing(Analysis::language))
                .map(it -> of(it, report))
                .toList());
  }

  private static ScopeReportAnalysis of(Analysis analysis, Report report) {
    return new ScopeReportAnalysis()
        .seq(report.seq())
        .source(report.source())
        .analysisText(report.description())
        .title(analysis.title())
        .description(analysis.description())
        .brandName(analysis.brand())
        .brandDisplayName(analysis.brand())
        .litterProbability(probability(analysis, "litter_probability"))
        .hazardProbability(probability(analysis, "hazard_probability"))
        .digitalBugProbability(probability(analysis, "digital_bug_probability"))
        .severityLevel(analysis.severity())
        .summary(analysis.summary())
        .language(analysis.language())
        .classification(analysis.classification())
        .inferredContactEmails(String.join(",", analysis.contactEmails()))
        .isValid(true)
        .createdAt(Times.of(report.createdAt()))
        .updatedAt(Times.of(report.updatedAt()));
  }

  private static double probability(Analysis analysis, String name) {
    Object value = analysis.metadata().values().get(name);
    double number = value instanceof Number known ? known.doubleValue() : 0;
    return Double.isFinite(number) ? number : 0;
  }

  static ClusterStats of(ScopeStats stats) {
    return new ClusterStats()
        .classification(stats.classification())
        .reportCount(stats.reportCount())
        .severityAverage(stats.severityAverage())
        .severityMax(stats.severityMax())
        .highPriorityCount(stats.high())
        .mediumPriorityCount(stats.medium())
        .firstSeenAt(Times.optional(stats.firstSeenAt()))
        .lastSeenAt(Times.optional(stats.lastSeenAt()))
        .classificationBreakdown(new HashMap<>(stats.byClassification()));
  }

  static IncidentHypothesis of(Hypothesis hypothesis) {
    return new IncidentHypothesis()
        .hypothesisId(hypothesis.id())
        .title(hypothesis.title())
        .classification(hypothesis.classification())
        .representativeReportSeq(hypothesis.seqs().getFirst())
        .reportSeqs(hypothesis.seqs())
        .reportCount(hypothesis.seqs().size())
        .confidence(hypothesis.confidence())
        .severityScore(hypothesis.severity())
        .urgencyScore(hypothesis.urgency())
        .rationale(hypothesis.rationale());
  }
}
