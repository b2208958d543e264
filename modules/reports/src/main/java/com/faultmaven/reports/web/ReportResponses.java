package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.model.GeoPoint;
import com.faultmaven.contracts.reports.v1.model.ReportAnalysis;
import com.faultmaven.contracts.reports.v1.model.ReportList;
import com.faultmaven.contracts.reports.v1.model.ReportMedium;
import com.faultmaven.contracts.reports.v1.model.ReportResponse;
import com.faultmaven.contracts.reports.v1.model.ReportStatus;
import com.faultmaven.contracts.reports.v1.model.ReportVisibility;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Medium;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Report;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes reports as the contract has them. */
final class ReportResponses {

  private ReportResponses() {}

  static ReportResponse of(Report report) {
    Analysis preferred = report.preferred().orElse(null);
    return new ReportResponse()
        .reportId(report.id().value())
        .seq(report.seq())
        .organizationId(report.organization().value())
        .source(report.source())
        .externalId(report.externalId())
        .reporterId(report.reporter() == null ? null : report.reporter().value())
        .reportedAt(time(report.reportedAt()))
        .location(point(report.location()))
        .visibility(ReportVisibility.valueOf(report.visibility().name()))
        .status(ReportStatus.valueOf(report.status().name()))
        .description(report.description())
        .analyses(report.analyses().stream().map(ReportResponses::of).toList())
        .media(report.media().stream().map(ReportResponses::of).toList())
        .metadata(new HashMap<>(report.metadata().values()))
        .title(preferred == null ? null : preferred.title())
        .severity(preferred == null ? null : preferred.severity())
        .classification(preferred == null ? null : preferred.classification())
        .caseCount(report.caseCount())
        .createdAt(time(report.createdAt()))
        .updatedAt(time(report.updatedAt()))
        .version(report.version().value());
  }

  static ReportList of(Page<Report> page) {
    return new ReportList()
        .reports(page.map(ReportResponses::of).rows())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  private static ReportAnalysis of(Analysis analysis) {
    return new ReportAnalysis()
        .language(analysis.language())
        .title(analysis.title())
        .summary(analysis.summary())
        .description(analysis.description())
        .classification(analysis.classification())
        .severity(analysis.severity())
        .brand(analysis.brand())
        .contactEmails(analysis.contactEmails())
        .metadata(new HashMap<>(analysis.metadata().values()));
  }

  private static ReportMedium of(Medium medium) {
    return new ReportMedium()
        .url(medium.url())
        .contentType(medium.contentType())
        .sha256(medium.sha256());
  }

  static @Nullable GeoPoint point(@Nullable Place place) {
    return place == null
        ? null
        : new GeoPoint()
            .type(GeoPoint.TypeEnum.POINT)
            .coordinates(List.of(place.longitude(), place.latitude()));
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime optional(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
