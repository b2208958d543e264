package com.faultmaven.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A report as statements take it: in JSON, of which any number fit into one parameter. */
final class ReportRecord {

  private static final JsonMapper JSON = new JsonMapper();

  private ReportRecord() {}

  /** Reports in their order. */
  static String ofAll(List<DraftedReport> drafts) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (DraftedReport draft : drafts) {
      Report report = draft.report();
      Map<String, @Nullable Object> record = derived(report);
      record.put("ordinal", records.size());
      record.put("report_id", report.id().value());
      record.put("seq", draft.numbered() ? report.seq() : null);
      record.put("organization_id", report.organization().value());
      record.put("source", report.source());
      record.put("external_id", report.externalId());
      record.put("reporter_id", report.reporter() == null ? null : report.reporter().value());
      record.put("reported_at", report.reportedAt().toString());
      record.put("longitude", report.location() == null ? null : report.location().longitude());
      record.put("latitude", report.location() == null ? null : report.location().latitude());
      record.put("visibility", report.visibility().word());
      record.put("status", report.status().word());
      record.put("description", report.description());
      record.put("media", report.media());
      record.put("metadata", report.metadata().json());
      record.put("created_at", report.createdAt().toString());
      record.put("analyses", report.analyses().stream().map(ReportRecord::of).toList());
      records.add(record);
    }
    return JSON.writeValueAsString(records);
  }

  /** What follows from its analyses and its state. */
  static Map<String, @Nullable Object> derived(Report report) {
    Analysis preferred = report.preferred().orElse(null);
    Map<String, @Nullable Object> derived = new HashMap<>();
    derived.put("title", preferred == null ? null : preferred.title());
    derived.put("severity", preferred == null ? null : preferred.severity());
    derived.put("classification", preferred == null ? null : preferred.classification());
    derived.put("classifications", report.classifications());
    derived.put("scopes", report.scopeClassifications());
    derived.put("words", words(report));
    derived.put("size", size(report));
    return derived;
  }

  /** One analysis. */
  static Map<String, Object> of(Analysis analysis) {
    return Map.of(
        "language", analysis.language(),
        "title", analysis.title(),
        "summary", analysis.summary(),
        "description", analysis.description(),
        "classification", analysis.classification(),
        "severity", analysis.severity(),
        "brand", analysis.brand(),
        "contact_emails", analysis.contactEmails(),
        "metadata", analysis.metadata().json());
  }

  /** What is searched: more would not fit where the database keeps it. */
  private static String words(Report report) {
    Stream<String> lines =
        report.analyses().stream().flatMap(it -> Stream.of(it.title(), it.summary()));
    String preferred = report.preferred().map(Analysis::description).orElse("");
    return Stream.concat(Stream.of(report.description(), preferred), lines)
        .collect(Collectors.joining(" "));
  }

  private static int size(Report report) {
    return report.description().length()
        + report.metadata().json().length()
        + report.media().stream().mapToInt(it -> it.url().length()).sum()
        + report.analyses().stream().mapToInt(Analysis::size).sum();
  }
}
