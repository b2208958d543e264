package com.faultmaven.cleanapp;

import com.faultmaven.contracts.cleanapp.v4.model.CandidateCase;
import com.faultmaven.contracts.cleanapp.v4.model.ClusterAnalysis;
import com.faultmaven.contracts.cleanapp.v4.model.MatchingCases;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.clusters.ScopeAnalysis;
import com.faultmaven.reports.matching.CaseCandidates;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What both versions find in reports before there is a case. */
@Component
class ClusterAnalyses {

  private static final int LONGEST_TEXT = 10_000;

  private final Scopes scopes;
  private final SuggestedTargets suggestions;
  private final CaseCandidates candidates;
  private final CaseSummaries summaries;
  private final SentSeqs seqs;

  ClusterAnalyses(
      Scopes scopes,
      SuggestedTargets suggestions,
      CaseCandidates candidates,
      CaseSummaries summaries,
      SentSeqs seqs) {
    this.scopes = scopes;
    this.suggestions = suggestions;
    this.candidates = candidates;
    this.summaries = summaries;
    this.seqs = seqs;
  }

  ClusterAnalysis analyze(JsonNode sent) {
    SentJson body = new SentJson(sent);
    SentGeometry geometry = SentGeometry.in(body);
    if (geometry == null) {
      throw Refused.because("geometry is required");
    }
    String classification = Kinds.classification(body, Analysis.PHYSICAL);
    return answer(scopes.area(geometry, classification, Scopes.limit(body)))
        .scopeType("geometry")
        .geometry(geometry.sent());
  }

  ClusterAnalysis analyzeAround(JsonNode sent) {
    SentJson body = new SentJson(sent);
    int seq = body.integer("seq");
    if (seq <= 0) {
      throw Refused.because(ReportCasesReader.REQUIRED);
    }
    return answer(scopes.around(seq, body)).scopeType("seed_report").anchorReportSeq(seq);
  }

  private ClusterAnalysis answer(Scopes.Looked looked) {
    ScopeAnalysis found = looked.found();
    String classification = found.question().classification();
    return new ClusterAnalysis()
        .classification(classification)
        .reports(found.reports().stream().map(ReportAnswers::of).toList())
        .stats(ReportAnswers.of(found.stats()))
        .hypotheses(found.hypotheses().stream().map(ReportAnswers::of).toList())
        .suggestedTargets(
            TargetAnswers.suggested(suggestions.of(looked.area(), classification, found.reports())))
        .candidateCases(Caller.isKnown() ? candidates(found, "", Caller.current()) : List.of());
  }

  MatchingCases match(JsonNode sent, Caller caller) {
    SentJson body = new SentJson(sent);
    SentGeometry geometry = SentGeometry.in(body);
    List<Long> named = body.numbers("report_seqs", SentSeqs.MOST);
    String said =
        Text.trim(body.text("title", LONGEST_TEXT) + " " + body.text("summary", LONGEST_TEXT));
    String classification = Kinds.classification(body, Analysis.PHYSICAL);
    int limit = Scopes.limit(body);
    ScopeAnalysis found =
        named.isEmpty() && geometry != null
            ? scopes.area(geometry, classification, limit).found()
            : Scopes.in(
                geometry == null ? null : geometry.area(),
                scopes.among(seqs.require(named, caller), classification));
    return new MatchingCases()
        .classification(classification)
        .candidateCases(candidates(found, said, caller));
  }

  private List<CandidateCase> candidates(ScopeAnalysis found, String said, Caller caller) {
    return summaries.of(
        caller, said.isEmpty() ? candidates.of(found, caller) : candidates.of(found, said, caller));
  }
}
