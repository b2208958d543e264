package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportId;
import java.util.List;

/**
 * Which reports of a scope seem to be one incident.
 *
 * @param reports the newest first
 * @param hypotheses the most urgent first
 * @param truncated whether there was more than was taken
 */
public record ScopeAnalysis(
    Question question,
    List<Report> reports,
    ScopeStats stats,
    List<Hypothesis> hypotheses,
    boolean truncated) {

  List<ReportId> reportIds() {
    return reports.stream().map(Report::id).toList();
  }
}
