package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Box;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.clusters.Scope.Among;
import com.faultmaven.reports.clusters.Scope.Around;
import com.faultmaven.reports.clusters.Scope.Within;
import java.util.List;
import java.util.Optional;

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

  /** What surrounds the scope; of named reports what surrounds those that are somewhere. */
  public Optional<Box> bounds() {
    return switch (question.scope()) {
      case Within within -> Optional.of(within.area().bounds());
      case Around around -> Optional.of(around.bounds());
      case Among _ ->
          Box.around(
              reports.stream()
                  .map(it -> Optional.ofNullable(it.location()))
                  .flatMap(Optional::stream)
                  .toList());
    };
  }

  List<ReportId> reportIds() {
    return reports.stream().map(Report::id).toList();
  }
}
