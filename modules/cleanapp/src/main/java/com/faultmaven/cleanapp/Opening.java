package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseQueries;
import com.faultmaven.cases.CaseRole;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.CaseView;
import com.faultmaven.escalations.TargetDetails;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.ReportNumbers.Numbered;
import com.faultmaven.reports.clusters.ScopeAnalysis;
import com.faultmaven.reports.matching.CaseCandidate;
import com.faultmaven.reports.matching.CaseCandidates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens cases from what was found of reports, or adds that to cases. What takes time is done before
 * anything is locked.
 */
@Component
class Opening {

  private static final double PREFERRED = 0.58;
  private static final Set<CaseStatus> GOING_ON =
      Set.of(CaseStatus.CONSULTING, CaseStatus.INVESTIGATING);

  private final SentSeqs seqs;
  private final Scopes scopes;
  private final SuggestedTargets suggestions;
  private final CaseCandidates candidates;
  private final CaseQueries cases;
  private final CaseWrites writes;

  Opening(
      SentSeqs seqs,
      Scopes scopes,
      SuggestedTargets suggestions,
      CaseCandidates candidates,
      CaseQueries cases,
      CaseWrites writes) {
    this.seqs = seqs;
    this.scopes = scopes;
    this.suggestions = suggestions;
    this.candidates = candidates;
    this.cases = cases;
    this.writes = writes;
  }

  /**
   * What became of it.
   *
   * @param opened whether the case is new
   */
  record Opened(CaseId id, boolean opened) {}

  Opened open(Wanted wanted, Caller caller) {
    return new Opened(writes.open(gathered(wanted, caller), caller), true);
  }

  Opened upsert(Wanted wanted, Caller caller) {
    Gathered gathered = gathered(wanted, caller);
    Optional<CaseId> there = there(wanted, gathered, caller);
    if (there.isPresent()) {
      writes.attach(there.get(), gathered, caller);
      return new Opened(there.get(), false);
    }
    return new Opened(writes.open(gathered, caller), true);
  }

  private Gathered gathered(Wanted wanted, Caller caller) {
    List<ReportId> reports = seqs.require(wanted.seqs(), caller);
    ReportId anchor = anchor(wanted, caller);
    List<ReportId> looked = reports.isEmpty() && anchor != null ? List.of(anchor) : reports;
    ScopeAnalysis found = scopes.among(looked, wanted.classification());
    return new Gathered(wanted, reports, anchor, found, targets(wanted, found));
  }

  private @Nullable ReportId anchor(Wanted wanted, Caller caller) {
    if (wanted.anchor() == 0) {
      return null;
    }
    return seqs.find(wanted.anchor(), Reader.of(caller))
        .map(Numbered::id)
        .orElseThrow(() -> Refused.because("anchor report not found"));
  }

  private List<TargetDetails> targets(Wanted wanted, ScopeAnalysis found) {
    SentGeometry geometry = wanted.geometry();
    return wanted.targets().isEmpty()
        ? suggestions.of(
            geometry == null ? null : geometry.area(), wanted.classification(), found.reports())
        : wanted.targets();
  }

  private Optional<CaseId> there(Wanted wanted, Gathered gathered, Caller caller) {
    String existing = Text.trim(wanted.existing());
    if (!existing.isEmpty()) {
      return Optional.of(CaseId.of(existing));
    }
    return wanted.fresh() ? Optional.empty() : preferred(wanted, gathered, caller);
  }

  /** The best case that goes on and that the caller may write to, if it is good enough. */
  private Optional<CaseId> preferred(Wanted wanted, Gathered gathered, Caller caller) {
    SentGeometry geometry = wanted.geometry();
    String said = wanted.title().value() + " " + wanted.summary();
    List<CaseId> good =
        candidates
            .of(
                Scopes.in(geometry == null ? null : geometry.area(), gathered.found()),
                said,
                caller)
            .stream()
            .filter(it -> it.score() >= PREFERRED && GOING_ON.contains(it.about().status()))
            .map(CaseCandidate::about)
            .map(it -> it.id())
            .toList();
    Set<CaseId> readOnly =
        cases.among(good, caller).stream()
            .filter(it -> it.myRole() == CaseRole.VIEWER)
            .map(CaseView::id)
            .collect(Collectors.toSet());
    return good.stream().filter(it -> !readOnly.contains(it)).findFirst();
  }
}
