package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.model.AnalyzeScopeRequest;
import com.faultmaven.contracts.reports.v1.model.NearScope;
import com.faultmaven.contracts.reports.v1.model.SaveClusterRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where to look, as it was sent. */
record SentScope(
    @Nullable Map<String, Object> geometry,
    @Nullable NearScope near,
    @Nullable List<String> reportIds,
    @Nullable String classification,
    @Nullable Integer limit,
    @Nullable Instant after,
    @Nullable Instant before) {

  static SentScope of(AnalyzeScopeRequest request) {
    return new SentScope(
        request.getGeometry().orElse(null),
        request.getNear().orElse(null),
        request.getReportIds().orElse(null),
        request.getClassification().orElse(null),
        request.getLimit().orElse(null),
        ReportRequests.instant(request.getReportedAfter().orElse(null)),
        ReportRequests.instant(request.getReportedBefore().orElse(null)));
  }

  static SentScope of(SaveClusterRequest request) {
    return new SentScope(
        request.getGeometry().orElse(null),
        request.getNear().orElse(null),
        request.getReportIds().orElse(null),
        request.getClassification().orElse(null),
        request.getLimit().orElse(null),
        ReportRequests.instant(request.getReportedAfter().orElse(null)),
        ReportRequests.instant(request.getReportedBefore().orElse(null)));
  }
}
