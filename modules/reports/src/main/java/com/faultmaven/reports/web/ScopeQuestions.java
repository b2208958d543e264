package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.model.NearScope;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.areas.GeoJson;
import com.faultmaven.reports.clusters.Question;
import com.faultmaven.reports.clusters.Scope;
import com.faultmaven.reports.clusters.Scope.Among;
import com.faultmaven.reports.clusters.Scope.Around;
import com.faultmaven.reports.clusters.Scope.Within;
import com.faultmaven.reports.clusters.ScopeAnalyses;
import com.faultmaven.reports.clusters.ScopeAnalyses.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is asked of a scope into the words of the domain. */
@Component
class ScopeQuestions {

  private static final double USUAL_METRES = 250;
  private static final double MOST_NORTHERN = 90;

  private final ScopeAnalyses analyses;

  ScopeQuestions(ScopeAnalyses analyses) {
    this.analyses = analyses;
  }

  Question question(SentScope sent, Reader reader) {
    requireOne("", "geometry, near and report_ids", sent.geometry(), sent.near(), sent.reportIds());
    if (sent.near() != null) {
      return around(sent.near(), sent, reader);
    }
    List<String> ids = sent.reportIds();
    return ids == null
        ? asked(
            new Within(GeoJson.area(Objects.requireNonNull(sent.geometry()), "/geometry")),
            null,
            Question.USUAL,
            sent)
        : asked(new Among(ids(ids)), null, ids.size(), sent);
  }

  private Question around(NearScope near, SentScope sent, Reader reader) {
    String report = near.getReportId().orElse(null);
    Place point = ReportRequests.place(near.getPoint().orElse(null));
    requireOne("/near", "report_id and point", report, point);
    double metres = Objects.requireNonNullElse(near.getRadiusM().orElse(null), USUAL_METRES);
    if (report != null) {
      Seed seed = analyses.seed(ReportId.of(report), reader);
      return asked(new Around(seed.place(), metres), seed.classification(), Question.USUAL, sent);
    }
    Place place = Objects.requireNonNull(point);
    if (Math.abs(place.latitude()) > MOST_NORTHERN) {
      throw InvalidRequest.body(
          "/near/point/coordinates/1", "out_of_range", "A latitude must be -90 to 90.");
    }
    return asked(new Around(place, metres), null, Question.USUAL, sent);
  }

  /**
   * What is not said is usual.
   *
   * @param found the classification of the report around which one looks
   */
  private static Question asked(
      Scope scope, @Nullable String found, int usualLimit, SentScope sent) {
    String classification = sent.classification() == null ? found : sent.classification();
    return new Question(
        scope,
        Objects.requireNonNullElse(classification, Analysis.PHYSICAL),
        Objects.requireNonNullElse(sent.limit(), usualLimit),
        sent.after(),
        sent.before());
  }

  /** A name that no report can have is that of an unknown one. */
  private static List<ReportId> ids(List<String> sent) {
    List<ReportId> ids = new ArrayList<>();
    List<Violation> unknown = new ArrayList<>();
    for (String each : sent) {
      int index = ids.size() + unknown.size();
      ReportId.found(each)
          .ifPresentOrElse(
              ids::add,
              () ->
                  unknown.add(
                      Violation.inBody(
                          "/report_ids/" + index, "unknown_report", "This is no report.")));
    }
    if (!unknown.isEmpty()) {
      throw InvalidRequest.body(unknown.stream().limit(50).toList());
    }
    return ids.stream().distinct().toList();
  }

  private static void requireOne(String pointer, String names, @Nullable Object... sent) {
    if (Stream.of(sent).filter(Objects::nonNull).count() != 1) {
      throw InvalidRequest.body(pointer, "not_allowed", "Give exactly one of " + names + ".");
    }
  }
}
