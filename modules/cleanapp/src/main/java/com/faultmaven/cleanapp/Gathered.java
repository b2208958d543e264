package com.faultmaven.cleanapp;

import com.faultmaven.escalations.TargetDetails;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.clusters.BroughtClusters.Brought;
import com.faultmaven.reports.clusters.ScopeAnalysis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case is opened with, once everything is found that is named.
 *
 * @param anchor the report that stands for it; null for none, or the worst
 * @param found what is computed of its reports
 */
record Gathered(
    Wanted wanted,
    List<ReportId> reports,
    @Nullable ReportId anchor,
    ScopeAnalysis found,
    List<TargetDetails> targets) {

  List<String> reportIds() {
    return reports.stream().map(ReportId::value).toList();
  }

  /** The cluster to be kept; null if nothing is said of one. */
  @Nullable Brought cluster() {
    Wanted.SaidOfCluster said = wanted.cluster();
    SentGeometry geometry = wanted.geometry();
    return said == null
        ? null
        : new Brought(
            said.source(),
            said.summary().isEmpty() ? null : said.summary(),
            said.stats(),
            said.analysis(),
            wanted.classification(),
            geometry == null ? null : geometry.area(),
            reports);
  }
}
