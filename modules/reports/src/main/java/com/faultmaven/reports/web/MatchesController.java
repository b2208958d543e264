package com.faultmaven.reports.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.reports.v1.api.MatchesApi;
import com.faultmaven.contracts.reports.v1.model.MatchList;
import com.faultmaven.contracts.reports.v1.model.MatchResponse;
import com.faultmaven.contracts.reports.v1.model.SettleMatchRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.matching.Match;
import com.faultmaven.reports.matching.MatchId;
import com.faultmaven.reports.matching.MatchState;
import com.faultmaven.reports.matching.Matches;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Matches. */
@RestController
class MatchesController implements MatchesApi {

  private final Matches matches;

  MatchesController(Matches matches) {
    this.matches = matches;
  }

  @Override
  public ResponseEntity<MatchList> listMatches(
      String caseId,
      String state,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    Page<Match> page =
        matches.list(
            CaseId.of(caseId),
            MatchState.of(state),
            Paging.of(limit, offset, cursor),
            Caller.current());
    return ResponseEntity.ok(
        new MatchList()
            .matches(page.map(MatchesController::of).rows())
            .total(page.total())
            .limit(page.asked().limit())
            .offset(page.offset())
            .nextCursor(page.nextCursor()));
  }

  @Override
  public ResponseEntity<MatchResponse> acceptMatch(
      String caseId, String matchId, @Nullable SettleMatchRequest request) {
    return ResponseEntity.ok(
        of(
            matches.accept(
                CaseId.of(caseId), MatchId.of(matchId), reason(request), Caller.current())));
  }

  @Override
  public ResponseEntity<MatchResponse> dismissMatch(
      String caseId, String matchId, @Nullable SettleMatchRequest request) {
    return ResponseEntity.ok(
        of(
            matches.dismiss(
                CaseId.of(caseId), MatchId.of(matchId), reason(request), Caller.current())));
  }

  private static @Nullable String reason(@Nullable SettleMatchRequest request) {
    return request == null ? null : request.getReason().orElse(null);
  }

  private static MatchResponse of(Match match) {
    return new MatchResponse()
        .matchId(match.id().value())
        .caseId(match.caseId().value())
        .reportId(match.report().reportId())
        .kind(MatchResponse.KindEnum.valueOf(match.kind().name()))
        .score(match.score())
        .reasons(match.reasons())
        .bestReportId(match.best())
        .state(MatchResponse.StateEnum.valueOf(match.state().name()))
        .settledBy(match.settledBy())
        .settledAt(match.settledAt() == null ? null : ReportResponses.time(match.settledAt()));
  }
}
