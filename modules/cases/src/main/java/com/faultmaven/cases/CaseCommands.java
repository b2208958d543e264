package com.faultmaven.cases;

import com.faultmaven.cases.SearchIndex.CaseText;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything callers do to a case. Each change locks the case, checks, changes, stores and
 * publishes, all in one transaction; a case its caller may not see is {@link CaseNotFound}.
 */
@Service
@Transactional
public class CaseCommands {

  private final NewCases newCases;
  private final Cases cases;
  private final SearchIndex index;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseCommands(
      NewCases newCases,
      Cases cases,
      SearchIndex index,
      ApplicationEventPublisher events,
      Clock clock) {
    this.newCases = newCases;
    this.cases = cases;
    this.index = index;
    this.events = events;
    this.clock = clock;
  }

  /** Opens a case; without a title it is called {@code Case-MMDD-N}. */
  public CaseView open(NewCase details, Caller caller) {
    CaseView opened = newCases.open(details, caller, clock.instant());
    index.put(CaseText.of(opened));
    events.publishEvent(new CaseOpened(opened, details.initialMessage()));
    return opened;
  }

  public CaseView edit(CaseId id, CaseEdit edit, IfMatch condition, Caller caller) {
    return change(id, condition, caller, (theCase, now) -> theCase.edit(edit, now));
  }

  /**
   * Moves a case to another status.
   *
   * @throws IllegalStatusChange if its status does not lead there
   */
  public CaseStatusChanged changeStatus(
      CaseId id, CaseStatus to, @Nullable String reason, IfMatch condition, Caller caller) {
    Case theCase = cases.writable(id, condition, caller);
    CaseStatusChanged moved = theCase.moveTo(to, reason, caller.userId(), clock.instant());
    cases.save(theCase);
    return moved;
  }

  public CaseView archive(CaseId id, IfMatch condition, Caller caller) {
    return change(id, condition, caller, Case::archive);
  }

  public CaseView restore(CaseId id, IfMatch condition, Caller caller) {
    return change(id, condition, caller, Case::restore);
  }

  public void delete(CaseId id, IfMatch condition, Caller caller) {
    cases.delete(cases.owned(id, condition, caller), clock.instant());
  }

  private CaseView change(
      CaseId id, IfMatch condition, Caller caller, BiConsumer<Case, Instant> change) {
    Case theCase = cases.writable(id, condition, caller);
    change.accept(theCase, clock.instant());
    return cases.save(theCase);
  }
}
