package com.faultmaven.reports.matching;

import com.faultmaven.cases.Case;
import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.dossiers.DossierAudit;
import com.faultmaven.reports.dossiers.Link;
import com.faultmaven.reports.dossiers.Linking;
import com.faultmaven.reports.dossiers.MergeStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of matches, and decide. */
@Service
public class Matches {

  private final CaseAccess access;
  private final Cases cases;
  private final MatchStore matches;
  private final MergeStore merges;
  private final Linking linking;
  private final DossierAudit audit;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Matches(
      CaseAccess access,
      Cases cases,
      MatchStore matches,
      MergeStore merges,
      Linking linking,
      DossierAudit audit,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.access = access;
    this.cases = cases;
    this.matches = matches;
    this.merges = merges;
    this.linking = linking;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  private record Position(Instant at, String id) {}

  /** The matches of a case of which this became, the newest first. */
  public Page<Match> list(CaseId id, MatchState state, Paging paging, Caller caller) {
    access.requireReadable(id, caller);
    CursorScope list =
        CursorScope.of("matches/a")
            .with("user", caller.userId())
            .with("case", id)
            .with("state", state.word());
    String cursor = paging.cursor();
    Position after =
        cursor == null
            ? null
            : Cursor.read(
                list, cursor, parts -> new Position(parts.instant(), parts.word(MatchId.FORM)));
    List<Match> fetched =
        matches.list(
            id,
            state,
            after == null ? null : after.at(),
            after == null ? "" : after.id(),
            paging.limit() + 1,
            paging.offset());
    return Page.of(
        fetched,
        paging,
        () -> matches.count(id, state),
        last -> Cursor.after(list, last.proposedAt(), last.id()));
  }

  /**
   * Links the report, and reopens the case if that was proposed and it is still resolved.
   *
   * @throws MatchNotFound if the case has no such match
   * @throws MatchSettled if it was decided before
   */
  @Transactional
  public Match accept(CaseId id, MatchId matchId, @Nullable String reason, Caller caller) {
    ClaimedCase claimed = cases.claim(id, 2, caller);
    Match match = proposed(claimed, matchId);
    merges.requireApart(id);
    Instant now = now();
    Match accepted = settle(match, MatchState.ACCEPTED, reason, caller, now);
    linking.link(
        claimed,
        List.of(match.report()),
        new Link(Link.MATCHED, match.score()),
        caller.userId(),
        now);
    facts.publishEvent(
        new MatchFact.Settled(claimed, accepted, caller.userId(), now, claimed.fact() + 1));
    if (match.kind() == MatchKind.REOPEN && claimed.status() == CaseStatus.RESOLVED) {
      reopen(id, reason, caller, now);
    }
    return accepted;
  }

  private void reopen(CaseId id, @Nullable String reason, Caller caller, Instant now) {
    Case locked = cases.writable(id, IfMatch.of(null), caller);
    locked.moveTo(CaseStatus.INVESTIGATING, reason, caller.userId(), now);
    cases.save(locked);
  }

  /**
   * Says that the report does not belong to the case.
   *
   * @throws MatchNotFound if the case has no such match
   * @throws MatchSettled if it was decided before
   */
  @Transactional
  public Match dismiss(CaseId id, MatchId matchId, @Nullable String reason, Caller caller) {
    ClaimedCase claimed = cases.claim(id, 1, caller);
    Match match = proposed(claimed, matchId);
    Instant now = now();
    Match dismissed = settle(match, MatchState.DISMISSED, reason, caller, now);
    facts.publishEvent(
        new MatchFact.Settled(claimed, dismissed, caller.userId(), now, claimed.fact()));
    return dismissed;
  }

  /** Nothing is proposed for a case that is closed, though that may not have been heard yet. */
  private Match proposed(ClaimedCase claimed, MatchId id) {
    Match match = matches.find(claimed.id(), id).orElseThrow(() -> MatchNotFound.named(id.value()));
    if (match.state() != MatchState.PROPOSED) {
      throw MatchSettled.as(id, match.state());
    }
    if (claimed.status() == CaseStatus.CLOSED) {
      throw MatchSettled.as(id, MatchState.SUPERSEDED);
    }
    return match;
  }

  private Match settle(
      Match match, MatchState state, @Nullable String reason, Caller caller, Instant now) {
    Match settled =
        matches
            .settle(
                match.caseId(), List.of(match.report().seq()), state, caller.userId().value(), now)
            .getFirst();
    Map<String, Object> details = new HashMap<>();
    details.put("match_id", match.id().value());
    details.put("report_seq", match.report().seq());
    details.put("kind", match.kind().word());
    if (reason != null) {
      details.put("reason", reason);
    }
    audit.add(match.caseId(), "match_" + state.word(), caller.userId(), now, details);
    return settled;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
