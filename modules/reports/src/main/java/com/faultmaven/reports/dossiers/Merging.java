package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.dossiers.DossierFact.Merged;
import com.faultmaven.reports.dossiers.DossierFact.Unmerged;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets cases that are about the same show together. Nothing moves: a merge is a pointer, and to
 * undo it is to take the pointer away.
 */
@Service
@Transactional
public class Merging {

  static final int MOST = 1000;

  private final Cases cases;
  private final MergeStore merges;
  private final DossierStore dossiers;
  private final DossierReads reads;
  private final DossierAudit audit;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Merging(
      Cases cases,
      MergeStore merges,
      DossierStore dossiers,
      DossierReads reads,
      DossierAudit audit,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.cases = cases;
    this.merges = merges;
    this.dossiers = dossiers;
    this.reads = reads;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Merges cases into one; the caller may write to all of them.
   *
   * @throws InvalidRequest if a source shows with another case, or with itself in the end
   * @throws CaseMerged if the target shows with another case
   */
  public Dossier merge(
      CaseId target, List<CaseId> sources, @Nullable String reason, Caller caller) {
    requireOthers(target, sources);
    List<CaseId> all = new ArrayList<>(List.of(target));
    all.addAll(sources);
    List<ClaimedCase> claimed = cases.claim(all, sources.size(), caller);
    requireMergeable(target, sources, all);
    Instant now = now();
    merges.add(sources, target, reason, caller.userId(), now);
    dossiers.touch(claimed, now);
    tell(claimed.getFirst(), sources, reason, caller, now);
    Dossier merged = reads.of(target);
    if (merged.mergedFrom().size() > MOST) {
      throw DossierFull.ofMerges(MOST);
    }
    return merged;
  }

  private void requireOthers(CaseId target, List<CaseId> sources) {
    int self = sources.indexOf(target);
    if (self >= 0) {
      throw refused(self, "A case is not merged into itself.");
    }
  }

  /** A case shows with one other, and never with itself however many are between. */
  private void requireMergeable(CaseId target, List<CaseId> sources, List<CaseId> all) {
    Map<CaseId, CaseId> targets = merges.targets(all);
    Set<CaseId> above = targets.containsKey(target) ? merges.above(target) : Set.of();
    List<Violation> violations = new ArrayList<>();
    for (int place = 0; place < sources.size(); place++) {
      CaseId source = sources.get(place);
      if (above.contains(source)) {
        violations.add(violation(place, "Case " + target + " is merged into it."));
      } else if (targets.containsKey(source)) {
        violations.add(violation(place, "Case " + source + " is merged already."));
      }
    }
    if (!violations.isEmpty()) {
      throw InvalidRequest.body(violations);
    }
    if (targets.containsKey(target)) {
      throw CaseMerged.into(target, targets.get(target));
    }
  }

  private void tell(
      ClaimedCase target,
      List<CaseId> sources,
      @Nullable String reason,
      Caller caller,
      Instant now) {
    Map<String, Object> why = new HashMap<>();
    if (reason != null) {
      why.put("reason", reason);
    }
    Map<String, Object> into = new HashMap<>(why);
    into.put("target_case_id", target.id().value());
    why.put("source_case_ids", sources.stream().map(CaseId::value).toList());
    audit.add(target.id(), "case_merged", caller.userId(), now, why);
    audit.addAll(sources, "case_merged_into", caller.userId(), now, into);
    long number = target.fact();
    for (CaseId source : sources) {
      facts.publishEvent(new Merged(target, source, reason, caller.userId(), now, number++));
    }
  }

  /**
   * Undoes a merge; the caller may write to both.
   *
   * @throws NotMerged if the one does not show with the other
   */
  public Dossier unmerge(CaseId target, CaseId source, Caller caller) {
    List<ClaimedCase> claimed = cases.claim(List.of(target, source), 1, caller);
    if (!merges.remove(source, target)) {
      throw NotMerged.into(source, target);
    }
    Instant now = now();
    dossiers.touch(claimed, now);
    audit.add(
        target, "case_unmerged", caller.userId(), now, Map.of("source_case_id", source.value()));
    audit.add(
        source,
        "case_unmerged_from",
        caller.userId(),
        now,
        Map.of("target_case_id", target.value()));
    facts.publishEvent(new Unmerged(claimed.getFirst(), source, caller.userId(), now));
    return reads.of(target);
  }

  private static InvalidRequest refused(int place, String detail) {
    return InvalidRequest.body(List.of(violation(place, detail)));
  }

  private static Violation violation(int place, String detail) {
    return Violation.inBody("/source_case_ids/" + place, "not_allowed", detail);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
