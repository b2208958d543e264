package com.faultmaven.cleanapp;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.ReportNumbers.Numbered;
import com.faultmaven.reports.areas.Area;
import com.faultmaven.reports.clusters.Question;
import com.faultmaven.reports.clusters.Scope;
import com.faultmaven.reports.clusters.ScopeAnalyses;
import com.faultmaven.reports.clusters.ScopeAnalysis;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where somebody looks, and analyzes that. */
@Component
class Scopes {

  private static final double USUAL_KM = 0.25;
  private static final double MOST_KM = 50;
  private static final double KM_PER_DEGREE = 111;
  private static final double MOST_NORTHERN = 90;
  private static final double MOST_EASTERN = 180;

  private final ScopeAnalyses analyses;
  private final SentSeqs seqs;

  Scopes(ScopeAnalyses analyses, SentSeqs seqs) {
    this.analyses = analyses;
    this.seqs = seqs;
  }

  /** An area that was analyzed. */
  record Looked(Area area, ScopeAnalysis found) {}

  /** An area that was sent. */
  Looked area(SentGeometry geometry, String classification, int limit) {
    return within(geometry.area(), classification, limit);
  }

  /** The box around the report of a body. */
  Looked around(int seq, SentJson body) {
    Numbered seed = seqs.find(seq, reader()).orElseThrow(Refused::seedNotFound);
    Place place = seed.place();
    if (place == null) {
      throw Refused.because("seed report has no location");
    }
    String usual = Objects.requireNonNullElse(seed.classification(), Analysis.PHYSICAL);
    return within(
        box(place, body.number("radius_km")),
        Kinds.classification(body, Text.isBlank(usual) ? Analysis.PHYSICAL : usual),
        limit(body));
  }

  /** Named reports; those that belong to no scope are left out. */
  ScopeAnalysis among(List<ReportId> reports, String classification) {
    int limit = Math.max(1, reports.size());
    return analyses.again(
        new Question(new Scope.Among(reports), classification, limit, null, null), reader());
  }

  /** The same reports, as those of an area. */
  static ScopeAnalysis in(@Nullable Area area, ScopeAnalysis found) {
    Question asked = found.question();
    return area == null
        ? found
        : new ScopeAnalysis(
            new Question(new Scope.Within(area), asked.classification(), asked.limit(), null, null),
            found.reports(),
            found.stats(),
            found.hypotheses(),
            found.truncated());
  }

  private Looked within(Area area, String classification, int limit) {
    Question question = new Question(new Scope.Within(area), classification, limit, null, null);
    return new Looked(area, analyses.analyze(question, reader()));
  }

  private static Reader reader() {
    return Caller.isKnown() ? Reader.of(Caller.current()) : Reader.nobody();
  }

  /** How many reports a body asks for. */
  static int limit(SentJson body) {
    int n = body.integer("n");
    return n <= 0 ? Question.USUAL : Math.min(n, Question.MOST);
  }

  private static Area box(Place center, double sentKm) {
    double degrees = (sentKm <= 0 ? USUAL_KM : Math.min(sentKm, MOST_KM)) / KM_PER_DEGREE;
    double south = Math.max(center.latitude() - degrees, -MOST_NORTHERN);
    double north = Math.min(center.latitude() + degrees, MOST_NORTHERN);
    double west = Math.max(center.longitude() - degrees, -MOST_EASTERN);
    double east = Math.min(center.longitude() + degrees, MOST_EASTERN);
    Place corner = new Place(west, south);
    return new Area(
        List.of(
            new Area.Shape(
                List.of(
                    corner,
                    new Place(east, south),
                    new Place(east, north),
                    new Place(west, north),
                    corner),
                List.of())));
  }
}
