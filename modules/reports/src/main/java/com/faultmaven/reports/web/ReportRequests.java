package com.faultmaven.reports.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.contracts.reports.v1.api.ReportFilterParameters;
import com.faultmaven.contracts.reports.v1.model.GeoPoint;
import com.faultmaven.contracts.reports.v1.model.NewAnalysis;
import com.faultmaven.contracts.reports.v1.model.PutAnalysisRequest;
import com.faultmaven.contracts.reports.v1.model.ReportMedium;
import com.faultmaven.contracts.reports.v1.model.ReportVisibility;
import com.faultmaven.contracts.reports.v1.model.SubmitReportRequest;
import com.faultmaven.contracts.reports.v1.model.UpdateReportRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Medium;
import com.faultmaven.reports.NewReport;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.ReportEdit;
import com.faultmaven.reports.ReportFilter;
import com.faultmaven.reports.ReportStatus;
import com.faultmaven.reports.Visibility;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads what clients send into the words of the domain. */
final class ReportRequests {

  private static final String ENGLISH = "en";
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_-]{2,16}");

  private ReportRequests() {}

  static NewReport newReport(SubmitReportRequest request) {
    ReportVisibility visibility = request.getVisibility().orElse(null);
    return new NewReport(
        or(request.getSource(), NewReport.API),
        request.getExternalId().orElse(null),
        instant(request.getReportedAt().orElse(null)),
        place(request.getLocation().orElse(null)),
        visibility == null ? Visibility.ORGANIZATION : Visibility.valueOf(visibility.name()),
        or(request.getDescription(), ""),
        or(request.getAnalyses(), List.of()).stream().map(ReportRequests::analysis).toList(),
        or(request.getMedia(), List.of()).stream().map(ReportRequests::medium).toList(),
        metadata(request.getMetadata().orElse(null)));
  }

  static Analysis analysis(PutAnalysisRequest request, String language) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw InvalidRequest.parameter(
          "language", "invalid_format", "language is 2 to 16 letters, digits, - and _.");
    }
    return new Analysis(
        language,
        or(request.getTitle(), ""),
        or(request.getSummary(), ""),
        or(request.getDescription(), ""),
        or(request.getClassification(), Analysis.PHYSICAL),
        severity(or(request.getSeverity(), 0.0)),
        or(request.getBrand(), ""),
        or(request.getContactEmails(), List.of()),
        metadata(request.getMetadata().orElse(null)));
  }

  private static Analysis analysis(NewAnalysis sent) {
    return new Analysis(
        or(sent.getLanguage(), ENGLISH),
        or(sent.getTitle(), ""),
        or(sent.getSummary(), ""),
        or(sent.getDescription(), ""),
        or(sent.getClassification(), Analysis.PHYSICAL),
        severity(or(sent.getSeverity(), 0.0)),
        or(sent.getBrand(), ""),
        or(sent.getContactEmails(), List.of()),
        metadata(sent.getMetadata().orElse(null)));
  }

  /** Without the sign that a zero may have. */
  private static double severity(double sent) {
    return sent + 0.0;
  }

  private static Medium medium(ReportMedium sent) {
    return new Medium(
        sent.getUrl(), sent.getContentType().orElse(null), sent.getSha256().orElse(null));
  }

  static @Nullable Place place(@Nullable GeoPoint sent) {
    return sent == null
        ? null
        : new Place(sent.getCoordinates().get(0) + 0.0, sent.getCoordinates().get(1) + 0.0);
  }

  static ReportEdit edit(UpdateReportRequest request) {
    JsonNullable<Map<String, Object>> metadata = request.getMetadata();
    return new ReportEdit(
        request.getStatus() == null ? null : ReportStatus.valueOf(request.getStatus().name()),
        request.getVisibility() == null ? null : Visibility.valueOf(request.getVisibility().name()),
        before ->
            !metadata.isPresent()
                ? before
                : metadata.get() == null ? Metadata.EMPTY : merged(before, metadata.get()));
  }

  static ReportFilter filter(ReportFilterParameters sent, Caller caller) {
    return new ReportFilter(
        sent.status() == null ? null : ReportStatus.of(sent.status()),
        sent.classification(),
        sent.visibility() == null ? null : Visibility.of(sent.visibility()),
        sent.source(),
        sent.externalId(),
        sent.seq() == null ? List.of() : sent.seq(),
        sent.caseId() == null ? null : CaseId.of(sent.caseId()),
        sent.reporter() == null ? null : caller.userId(),
        sent.bbox() == null ? null : SentBox.of(sent.bbox()),
        sent.q(),
        instant(sent.reportedAfter()),
        instant(sent.reportedBefore()),
        sent.severityMin());
  }

  /** What was sent, or the usual: null is as if it were left out. */
  private static <T> T or(JsonNullable<T> sent, T usual) {
    T value = sent.orElse(null);
    return value == null ? usual : value;
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime sent) {
    return sent == null ? null : sent.toInstant();
  }

  @SuppressWarnings(
      "NullAway") // the generator does not say that members of free-form JSON can be null
  private static Metadata metadata(@Nullable Map<String, Object> json) {
    return json == null ? Metadata.EMPTY : Metadata.of(json);
  }

  @SuppressWarnings(
      "NullAway") // the generator does not say that members of free-form JSON can be null
  private static Metadata merged(Metadata before, Map<String, Object> patch) {
    return before.merge(patch);
  }
}
