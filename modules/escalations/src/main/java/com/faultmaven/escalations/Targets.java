package com.faultmaven.escalations;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.dossiers.CaseMerged;
import com.faultmaven.reports.dossiers.SaidOfCases;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may be written to about cases. An address is one target of a case. */
@Service
@Transactional
public class Targets {

  static final int MOST = 100;

  private final TargetRows rows;
  private final WritableCases cases;
  private final SaidOfCases reports;
  private final CaseAccess access;
  private final AuditRows audit;
  private final RandomGenerator random;
  private final Clock clock;

  Targets(
      TargetRows rows,
      WritableCases cases,
      SaidOfCases reports,
      CaseAccess access,
      AuditRows audit,
      RandomGenerator random,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.reports = reports;
    this.access = access;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  /** A target that was added, or was there and is changed. */
  public record Placed(Target target, boolean added) {}

  /** Those of whom it is most certain first; with those of cases that show with this one. */
  @Transactional(readOnly = true)
  public List<Target> list(CaseId id, Caller caller) {
    access.requireReadable(id, caller);
    return rows.of(reports.together(id));
  }

  /** One of a case, or of those that show with it. */
  @Transactional(readOnly = true)
  public Target get(CaseId id, String target, Caller caller) {
    access.requireReadable(id, caller);
    return find(id, target);
  }

  /** Adds a target, or changes the one that has its address. */
  public Placed add(CaseId id, TargetDetails details, Caller caller) {
    details.checked();
    cases.claim(id, 0, caller);
    List<Target> there = rows.of(List.of(id));
    Optional<Target> same = withAddress(there, details);
    if (same.isPresent()) {
      Target changed = rows.update(same.get().id(), details);
      record(changed, "target_changed", caller);
      return new Placed(changed, false);
    }
    if (there.size() >= MOST) {
      throw TooManyTargets.than(MOST);
    }
    Target added = rows.insert(TargetId.random(random), id, details, now());
    record(added, "target_added", caller);
    return new Placed(added, true);
  }

  /** Changes a target. */
  public Target edit(
      CaseId id,
      String target,
      UnaryOperator<TargetDetails> edit,
      IfMatch condition,
      Caller caller) {
    cases.claim(id, 0, caller);
    Target before = own(id, target);
    condition.require(before.version());
    TargetDetails details = edit.apply(before.details()).checked();
    withAddress(rows.of(List.of(id)), details)
        .filter(other -> !other.id().equals(before.id()))
        .ifPresent(
            other -> {
              throw InvalidRequest.body(
                  "/email", "not_allowed", "Target " + other.id() + " has this address.");
            });
    Target changed = rows.update(before.id(), details);
    record(changed, "target_changed", caller);
    return changed;
  }

  /** Takes a target away; letters that went to it stay. */
  public void delete(CaseId id, String target, IfMatch condition, Caller caller) {
    cases.claim(id, 0, caller);
    Target gone = own(id, target);
    condition.require(gone.version());
    rows.delete(gone.id());
    record(gone, "target_removed", caller);
  }

  private Target find(CaseId id, String target) {
    return rows.find(reports.together(id), TargetId.of(target))
        .orElseThrow(() -> TargetNotFound.named(target));
  }

  /** What came with a merged case is that one's. */
  private Target own(CaseId id, String target) {
    Target found = find(id, target);
    if (!found.caseId().equals(id)) {
      throw CaseMerged.into(found.caseId(), id);
    }
    return found;
  }

  private static Optional<Target> withAddress(List<Target> there, TargetDetails details) {
    String email = details.email();
    return email == null
        ? Optional.empty()
        : there.stream().filter(it -> email.equalsIgnoreCase(it.details().email())).findFirst();
  }

  private void record(Target target, String act, Caller caller) {
    audit.add(
        target.caseId(), act, caller.userId(), Map.of("target_id", target.id().value()), now());
  }

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
