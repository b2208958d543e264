package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.ReportQueries;
import com.faultmaven.reports.clusters.Scope.Among;
import com.faultmaven.reports.clusters.ScopeReports.Taken;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Analyzes scopes; nothing is stored. */
@Service
public class ScopeAnalyses {

  private final ScopeReports scopes;
  private final ReportQueries reports;
  private final AnalysisPlaces places;
  private final Clock clock;

  ScopeAnalyses(ScopeReports scopes, ReportQueries reports, AnalysisPlaces places, Clock clock) {
    this.scopes = scopes;
    this.reports = reports;
    this.places = places;
    this.clock = clock;
  }

  /** A report around which one looks. */
  public record Seed(Place place, @Nullable String classification) {}

  /**
   * Where a report is, and what it is.
   *
   * @throws InvalidRequest if it is nowhere
   */
  public Seed seed(ReportId id, Reader reader) {
    Report report = reports.get(id, reader);
    return Optional.ofNullable(report.location())
        .map(it -> new Seed(it, report.preferred().map(Analysis::classification).orElse(null)))
        .orElseThrow(
            () ->
                InvalidRequest.body(
                    "/near/report_id", "no_location", "The report " + id + " has no location."));
  }

  /**
   * Analyzes a scope.
   *
   * @throws InvalidRequest if it names reports that belong to no scope of the reader's
   */
  public ScopeAnalysis analyze(Question question, Reader reader) {
    return places.inOne(
        () -> {
          if (question.scope() instanceof Among among) {
            requireKnown(among.reports(), reader);
          }
          return analysisOf(question, reader);
        });
  }

  /** The same for a scope of earlier, of which named reports may be gone: those are left out. */
  public ScopeAnalysis again(Question question, Reader reader) {
    return places.inOne(() -> analysisOf(question, reader));
  }

  private ScopeAnalysis analysisOf(Question question, Reader reader) {
    Taken taken = scopes.take(question, reader);
    List<Node> nodes = taken.reports().stream().map(Node::of).flatMap(Optional::stream).toList();
    Instant now = clock.instant();
    return new ScopeAnalysis(
        question,
        taken.reports(),
        ScopeStats.of(nodes, taken.reports().size(), question.classification()),
        Clustering.of(nodes, question.classification(), now),
        taken.truncated());
  }

  private void requireKnown(List<ReportId> ids, Reader reader) {
    Set<ReportId> known = scopes.known(ids, reader);
    List<Violation> unknown =
        IntStream.range(0, ids.size())
            .filter(index -> !known.contains(ids.get(index)))
            .limit(50)
            .mapToObj(index -> unknown(index, ids.get(index).value()))
            .toList();
    if (!unknown.isEmpty()) {
      throw InvalidRequest.body(unknown);
    }
  }

  private static Violation unknown(int index, String id) {
    return Violation.inBody(
        "/report_ids/" + index,
        "unknown_report",
        "There is no report " + id + " that everybody in the organization may read.");
  }
}
