package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseTitle;
import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.clusters.Hypothesis;
import com.faultmaven.reports.clusters.ScopeAnalysis;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds the cases that seem to be about the same as a scope; none that the caller may not read. */
@Service
public class CaseCandidates {

  private static final int MOST = 12;

  private final CandidateRows rows;
  private final CaseAccess cases;

  CaseCandidates(CandidateRows rows, CaseAccess cases) {
    this.rows = rows;
    this.cases = cases;
  }

  /** The best first; what the scope is about is what its most urgent hypothesis is called. */
  public List<CaseCandidate> of(ScopeAnalysis analysis, Caller caller) {
    return of(
        analysis,
        analysis.hypotheses().stream().findFirst().map(Hypothesis::title).orElse(""),
        caller);
  }

  /**
   * The best first.
   *
   * @param said what the scope is about, in words
   */
  public List<CaseCandidate> of(ScopeAnalysis analysis, String said, Caller caller) {
    Optional<Box> bounds = analysis.bounds();
    if (bounds.isEmpty()) {
      return List.of();
    }
    List<CandidateRow> near =
        rows.near(
            bounds.get(),
            analysis.question().classification(),
            analysis.reports().stream().map(Report::seq).toList(),
            caller.organizationId());
    Map<CaseId, CaseTitle> readable =
        cases.titlesAmong(near.stream().map(CandidateRow::caseId).toList(), caller).stream()
            .collect(Collectors.toMap(CaseTitle::id, Function.identity()));
    int reports = analysis.reports().size();
    return near.stream()
        .filter(it -> readable.containsKey(it.caseId()))
        .limit(MOST)
        .map(
            it ->
                Optional.ofNullable(readable.get(it.caseId()))
                    .flatMap(about -> CandidateScore.of(it, about, bounds.get(), reports, said)))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingDouble(CaseCandidate::score)
                .reversed()
                .thenComparing(it -> it.about().id().value()))
        .toList();
  }
}
