package com.faultmaven.cases;

import com.faultmaven.cases.SearchIndex.CaseText;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that changes a case. Each change locks the case, checks, changes, and tells the fact
 * last, all in one transaction; a case its caller may not see is {@link CaseNotFound}.
 */
@Service
@Transactional
public class CaseCommands {

  private final Cases cases;
  private final NewCases newCases;
  private final CaseLocks locks;
  private final StatusChanges statusChanges;
  private final SearchIndex index;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  CaseCommands(
      Cases cases,
      NewCases newCases,
      CaseLocks locks,
      StatusChanges statusChanges,
      SearchIndex index,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.cases = cases;
    this.newCases = newCases;
    this.locks = locks;
    this.statusChanges = statusChanges;
    this.index = index;
    this.facts = facts;
    this.clock = clock;
  }

  /** Opens a case; without a title it is called {@code Case-MMDD-N}. */
  public CaseView open(NewCase details, Caller caller) {
    CaseView opened = newCases.open(details, caller, now());
    index.put(CaseText.of(opened));
    facts.publishEvent(new CaseOpened(opened, details.initialMessage()));
    return opened;
  }

  public CaseView edit(CaseId id, CaseEdit edit, IfMatch condition, Caller caller) {
    return change(
        id,
        condition,
        caller,
        (theCase, now) -> {
          Changes changes = theCase.edit(edit, now);
          if (edit.changesText()) {
            index.put(theCase.text());
          }
          return changes;
        });
  }

  /**
   * Moves a case to another status.
   *
   * @throws IllegalStatusChange if its status does not lead there
   */
  public CaseStatusChanged changeStatus(
      CaseId id, CaseStatus to, @Nullable String reason, IfMatch condition, Caller caller) {
    Case theCase = locks.writable(id, caller);
    condition.require(theCase.version());
    StatusChange change = statusChanges.save(theCase.moveTo(to, reason, caller.userId(), now()));
    cases.flush();
    return tellMove(theCase, change.view());
  }

  /**
   * Edits and moves a case at once, from any status to any, as v1 does: for the owner, and touching
   * the case even if nothing is different.
   *
   * @param standing null leaves the case where it stands
   */
  public void overwrite(CaseId id, CaseEdit edit, @Nullable Standing standing, Caller caller) {
    Case theCase = locks.owned(id, caller);
    Instant now = now();
    List<CaseFact> told = new ArrayList<>();
    tell(told, theCase, theCase.edit(edit, now));
    StatusChange moved = null;
    if (standing != null) {
      tell(told, theCase, standing.archived() ? theCase.archive(now) : theCase.restore(now));
      if (standing.status() != null && standing.status() != theCase.status()) {
        moved = theCase.moveAnywhere(standing.status(), null, caller.userId(), now);
        statusChanges.save(moved);
      }
    }
    theCase.touch(now);
    cases.flush();
    if (edit.changesText()) {
      index.put(theCase.text());
    }
    told.forEach(facts::publishEvent);
    if (moved != null) {
      tellMove(theCase, moved.view());
    }
  }

  private static void tell(List<CaseFact> told, Case theCase, Changes changes) {
    if (!changes.isEmpty()) {
      told.add(
          new CaseUpdated(
              theCase.id(),
              theCase.owner(),
              changes.newValues(),
              theCase.facts(),
              theCase.updatedAt()));
    }
  }

  /** To be told after the flush, which is what raises the version. */
  private CaseStatusChanged tellMove(Case theCase, StatusChangeView moved) {
    boolean closes = moved.to() == CaseStatus.CLOSED;
    long last = theCase.facts();
    CaseStatusChanged fact =
        new CaseStatusChanged(theCase.owner(), moved, closes ? last - 1 : last, theCase.version());
    facts.publishEvent(fact);
    if (closes) {
      facts.publishEvent(new CaseClosed(theCase.owner(), moved, last));
    }
    return fact;
  }

  public CaseView archive(CaseId id, IfMatch condition, Caller caller) {
    return change(id, condition, caller, Case::archive);
  }

  public CaseView restore(CaseId id, IfMatch condition, Caller caller) {
    return change(id, condition, caller, Case::restore);
  }

  public void delete(CaseId id, IfMatch condition, Caller caller) {
    Case theCase = locks.owned(id, caller);
    condition.require(theCase.version());
    cases.delete(theCase);
    cases.flush();
    facts.publishEvent(new CaseDeleted(id, theCase.owner(), theCase.facts() + 1, now()));
  }

  private CaseView change(
      CaseId id, IfMatch condition, Caller caller, BiFunction<Case, Instant, Changes> change) {
    Case theCase = locks.writable(id, caller);
    condition.require(theCase.version());
    List<CaseFact> told = new ArrayList<>();
    tell(told, theCase, change.apply(theCase, now()));
    cases.flush();
    told.forEach(facts::publishEvent);
    return theCase.seenAs(locks.roleOf(caller, theCase));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
